import { create } from 'zustand';
import { api } from '../rest/api';
import { NodeTypes } from '../spell/types';

/** What a spell can be made of, as this server says. */
export const useNodeTypes = create<{ readonly types: NodeTypes }>(() => ({ types: new NodeTypes([]) }));

export async function loadNodeTypes(): Promise<void> {
  const { nodeTypes } = await api.nodeTypes();
  useNodeTypes.setState({ types: new NodeTypes(nodeTypes) });
}
