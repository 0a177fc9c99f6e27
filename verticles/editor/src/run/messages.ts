/** What went wrong at a node, said where the node is seen: without its name, by which the server's words begin. */
export function messageAt(place: string, message: string): string {
  const name = ` ${place.split('/').at(-1)}: `;
  const at = message.indexOf(name);
  return at > 0 ? message.slice(at + name.length) : message;
}
