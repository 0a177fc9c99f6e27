import { complain, tell } from '../stores/notices';
import { hashOf } from '../stores/route';

/** Puts an address on the clipboard that leads to a spell, to a run of it, and to a node. */
export function copyLink(spell: string, run: string | undefined, node: string | undefined): void {
  const url = new URL(hashOf({ screen: 'spell', spell, run, node }), location.href).href;
  void navigator.clipboard.writeText(url).then(() => tell('The link is copied. It opens for you alone.')).catch(complain);
}
