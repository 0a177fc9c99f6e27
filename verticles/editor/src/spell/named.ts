import { edgesOf, type Graph, type StoredNode } from './graph';
import { socketsOf } from './types';
import type { NodeTypeInfo } from '../wire';

/** The names by which code and templates of a node find what comes in. */
export function namesInto(graph: Graph, id: string, node: StoredNode, type: NodeTypeInfo | undefined): readonly string[] {
  const names = [...socketsOf(node, type).inputs.map(({ name }) => name), ...edgesOf(graph).filter((edge) => edge.to === id).map((edge) => edge.input)];
  return [...new Set(names)].filter((name) => name !== 'trigger');
}
