import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Tip } from './Tip';

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
}

/** A button with a picture, and its words for those who hover, focus or listen. */
export function IconButton({ icon: Icon, label, keys, className = 'plain', ...rest }: Props) {
  return (
    <Tip text={label} {...(keys === undefined ? {} : { keys })}>
      <button type="button" className={`button icon ${className}`} aria-label={label} {...rest}>
        <Icon size={16} aria-hidden />
      </button>
    </Tip>
  );
}
