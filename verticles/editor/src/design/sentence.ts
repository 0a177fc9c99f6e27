const ENDS = /[.!?:…]["'”’)]?$/;
/** A word, and no name out of a graph or a file, which is to be read as it is written. */
const WORD_FIRST = /^[a-z]+(?=[\s,;:]|$)/;

/** What a server says as it stands alone: it begins large, and ends. */
export function sentence(text: string): string {
  const said = text.trim().replace(WORD_FIRST, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return said === '' || ENDS.test(said) ? said : `${said}.`;
}
