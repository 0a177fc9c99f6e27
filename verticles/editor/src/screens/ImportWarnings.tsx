import { Dialog } from '../design/Dialog';
import { useWarnings } from '../stores/warnings';

/** What an import had to repair or leave, to be read once. */
export function ImportWarnings() {
  const shown = useWarnings((state) => state.shown);
  if (!shown) {
    return null;
  }
  const close = () => useWarnings.setState({ shown: undefined });
  return (
    <Dialog title="Imported, with remarks" about={shown.file} onClose={close}>
      <ul className="warnings">
        {shown.warnings.map(({ node, socket, message }, at) => (
          <li key={at}><strong>{node === undefined ? 'Spell' : `Node ${node}`}{socket === undefined ? '' : `, ${socket}`}</strong> {message}</li>
        ))}
      </ul>
      <div className="dialog-actions"><button type="button" className="button primary" onClick={close}>Go on</button></div>
    </Dialog>
  );
}
