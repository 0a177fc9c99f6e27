import { lazy, Suspense, useMemo } from 'react';
import '../windows.css';
import './text.css';
import { titleOf } from '../../canvas/elements';
import { setData } from '../../spell/edit';
import { namesInto } from '../../spell/named';
import { edit, useContent } from '../../stores/documents';
import { useDrawn } from '../../stores/inside';
import { useNodeTypes } from '../../stores/nodeTypes';
import { useSelection } from '../../stores/selection';
import { useWriting } from '../../stores/writing';
import type { ControlInfo } from '../../wire';
import type { WindowProps } from '../registry';

const CodeField = lazy(() => import('../../code/CodeField'));

/** Code, prompts and templates of the selected node, with room to write them. */
export default function Text({ spell: root }: WindowProps) {
  const { spell, prefix } = useDrawn(root);
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const [id = ''] = useSelection((state) => state.nodes);
  const wanted = useWriting((state) => state.key);
  const node = graph?.nodes[id];
  const type = node && types.of(node);
  const names = useMemo(() => graph && node ? namesInto(graph, id, node, type) : [], [graph, id, node, type]);
  const texts = (type?.controls ?? []).filter(isText);
  const control = texts.find(({ key }) => key === wanted) ?? texts[0];
  if (!node || !control) {
    return <div className="empty"><strong>No text to write</strong>Select a node with code, a prompt or a template. It is written here, with more room than in the inspector.</div>;
  }
  const title = titleOf(node, type);
  const value = node.data[control.key] ?? control.defaultValue;
  return (
    <div className="text-window">
      <div className="console-tools" role="toolbar" aria-label="Texts of the node">
        <strong>{title}</strong>
        {texts.map(({ key, label }) => (
          <button key={key} type="button" className="button plain small" aria-pressed={key === control.key} onClick={() => useWriting.setState({ key })}>{label}</button>
        ))}
      </div>
      <Suspense fallback={<p className="muted">One moment</p>}>
        <CodeField
          key={`${prefix}${id} ${control.key}`} id={`text-${control.key}`} label={`${control.label} of ${title}`} language={control.language ?? 'text'}
          value={typeof value === 'string' ? value : ''} completions={names}
          onChange={(text) => edit(spell, (before) => setData(before, id, { [control.key]: text }), `${id} ${control.key}`)}
        />
      </Suspense>
    </div>
  );
}

function isText({ widget }: ControlInfo): boolean {
  return widget === 'code' || widget === 'text';
}
