import { openWindow } from '../stores/windows';

/** Goes to the field for the selected node's name, which the inspector has. */
export function focusName(): void {
  openWindow('inspector');
  // The window may have to be loaded first.
  const end = Date.now() + 2_000;
  const look = () => {
    const field = document.querySelector<HTMLInputElement>('#control-name');
    if (field) {
      field.focus();
      field.select();
    } else if (Date.now() < end) {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}
