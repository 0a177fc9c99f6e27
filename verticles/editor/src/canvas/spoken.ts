import { wordOf } from '../design/Status';
import { duration } from '../design/duration';
import type { NodeRun } from '../run/plugins/overlay';
import { isDisabled } from '../spell/graph';
import { titleOf, type NodeData } from './elements';

/** How a node is called by those who do not see it. */
export function spokenOf({ node, type, sockets }: NodeData, run: NodeRun | undefined): string {
  const standing = run ? `, ${wordOf(run.instead ?? run.status)}${run.status === 'done' && !run.instead ? ` in ${duration(run.ms)}` : ''}` : isDisabled(node) ? ', disabled' : '';
  return `${titleOf(node, type)}${type && titleOf(node, type) !== type.title ? `, ${type.title}` : ''}${standing}, ${counted(sockets.inputs.length, 'input')}, ${counted(sockets.outputs.length, 'output')}`;
}

function counted(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
