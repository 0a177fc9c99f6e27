import { Command as CommandIcon, Copy, Download, Ellipsis, Keyboard, MessageCircle, PanelBottom, PanelRight, Pause, Play, Square, Timer, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '../design/IconButton';
import { keepFocus } from '../design/focus';
import { Tip } from '../design/Tip';
import { api } from '../rest/api';
import { spells } from '../rest/spells';
import { entriesOf } from '../spell/entries';
import { isDisabled } from '../spell/graph';
import { BLOCKED, useConnection } from '../stores/connection';
import { documentOf, rename, useContent, useDocuments } from '../stores/documents';
import { complain } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { close } from '../stores/opening';
import { usePlaying, setPlaying } from '../stores/playing';
import { go, goToSpell } from '../stores/route';
import { run, stopShown } from '../stores/running';
import { useRuns } from '../stores/runs';
import { save as saveNow } from '../stores/saving';
import { useStage } from '../stores/stage';
import { openWindow, toggleDock, toggleWindow, useLayout } from '../stores/windows';
import { isShown, type Side } from '../windows/layout';
import { AccountMenu } from './AccountMenu';
import { ApiSnippet } from './ApiSnippet';
import { savedFile } from './files';
import { freeName } from './home/freeName';
import { Mark } from './Mark';

interface Props {
  readonly spell: string;
  readonly onCommands: () => void;
  readonly onKeys: () => void;
}

/** The spells that are open, how this one stands, and the way to run it. */
export function TopBar({ spell, onCommands, onKeys }: Props) {
  return (
    <header className="bar">
      <button type="button" className="button plain icon" aria-label="All spells" onClick={() => go({ screen: 'home' })}><Mark size={22} /></button>
      <SpellTabs spell={spell} />
      <Standing spell={spell} />
      <span className="bar-space" />
      <WindowButtons />
      <RunButtons spell={spell} />
      <IconButton icon={CommandIcon} label="Commands" keys="Ctrl+K" onClick={onCommands} />
      <SpellMenu spell={spell} onKeys={onKeys} />
      <AccountMenu />
    </header>
  );
}

function SpellTabs({ spell }: { spell: string }) {
  const order = useDocuments((state) => state.order);
  const documents = useDocuments((state) => state.documents);
  const shut = async (other: string) => {
    const rest = order.filter((one) => one !== other);
    await close(other);
    keepFocus();
    if (other === spell) {
      const [next] = rest;
      next === undefined ? go({ screen: 'home' }) : goToSpell(next);
    }
  };
  return (
    <nav className="spell-tabs" aria-label="Open spells">
      {order.length === 0 && <SpellName spell={spell} />}
      {order.map((other) => {
        if (other === spell) {
          return <SpellName key={other} spell={spell} />;
        }
        const name = documents[other]?.history.present.name ?? '';
        return (
          <span key={other} className="spell-tab">
            <button type="button" className="spell-tab-name" onClick={() => goToSpell(other)}>{name}</button>
            <button type="button" className="spell-tab-close" aria-label={`Close ${name}`} onClick={() => void shut(other).catch(complain)}><X size={12} aria-hidden /></button>
          </span>
        );
      })}
    </nav>
  );
}

function SpellName({ spell }: { spell: string }) {
  const name = useContent(spell)?.name ?? '';
  return (
    <input
      className="spell-name" aria-label="Name of the spell" value={name} maxLength={200} size={Math.max(8, Math.min(name.length + 1, 40))}
      onChange={(event) => rename(spell, event.target.value)}
      onBlur={(event) => event.target.value.trim() === '' && rename(spell, 'Untitled spell')}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

const SAVING = {
  saved: 'Saved', dirty: 'Saving', saving: 'Saving', offline: 'Kept here until there is a connection', conflict: 'Changed elsewhere too',
  refused: 'Not saved',
} as const;
const STANDING = { connecting: 'connecting', live: 'live', reconnecting: 'reconnecting', offline: 'offline', ended: 'signed out' } as const;

function Standing({ spell }: { spell: string }) {
  const saving = useDocuments((state) => state.documents[spell]?.saving);
  const trouble = useDocuments((state) => state.documents[spell]?.trouble);
  const standing = useConnection((state) => state.standing);
  const isBlocked = useConnection((state) => state.isBlocked) && standing !== 'live' && standing !== 'ended';
  const catchingUp = useConnection((state) => state.catchingUp > 0);
  const means = standing === 'live' ? 'Connected: what happens is seen here at once' : 'What you draw is kept; what is missed is asked for later';
  return (
    <p className="standing" role="status">
      <Tip text={isBlocked ? BLOCKED : means}>
        <span className={`standing-live ${isBlocked ? 'offline' : standing}`} tabIndex={0}>
          {isBlocked ? 'WebSockets are blocked' : catchingUp ? 'catching up' : STANDING[standing]}
        </span>
      </Tip>
      {saving !== undefined && <span className={saving === 'refused' || saving === 'conflict' ? 'trouble' : 'muted'} title={trouble}>{SAVING[saving]}{saving === 'refused' && trouble ? `: ${trouble}` : ''}</span>}
    </p>
  );
}

/** Folds the docks away and back; which window is in one is chosen there. */
function WindowButtons() {
  const layout = useLayout();
  const isOpen = (side: Side) => layout[side].stacks.length > 0 && !layout[side].isFolded;
  return (
    <nav className="window-buttons" aria-label="Windows">
      <IconButton icon={MessageCircle} label="Playtest" aria-pressed={isShown(layout, 'playtest')} onClick={() => toggleWindow('playtest')} />
      <IconButton icon={PanelRight} label="Windows at the side" aria-pressed={isOpen('right')} disabled={layout.right.stacks.length === 0} onClick={() => toggleDock('right')} />
      <IconButton icon={PanelBottom} label="Windows below" keys="Ctrl+`" aria-pressed={isOpen('bottom')} disabled={layout.bottom.stacks.length === 0} onClick={() => toggleDock('bottom')} />
    </nav>
  );
}

function RunButtons({ spell }: { spell: string }) {
  const shown = useStage((state) => state.run);
  const status = useRuns((state) => shown === undefined ? undefined : state.runs[shown]?.status);
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const playing = usePlaying((state) => state.playing[spell] === true);
  const hasSources = Object.values(graph?.nodes ?? {}).some((node) => types.of(node)?.group === 'Sources' && !isDisabled(node));
  const isRunning = status === 'running' || status === 'waiting';
  const start = () => {
    const wantsText = graph !== undefined && entriesOf(graph, types).some((entry) => entry.takesText && entry.defaultValue === undefined);
    if (wantsText) {
      openWindow('playtest');
    }
    run(spell, {}).catch(complain);
  };
  return (
    <>
      {hasSources && (
        <Tip text={playing ? 'Stop listening to the sources' : 'Let the sources start runs'}>
          <button type="button" className="button" aria-pressed={playing} onClick={() => void setPlaying(spell, !playing).catch(complain)}>
            {playing ? <Pause size={14} aria-hidden /> : <Timer size={14} aria-hidden />}{playing ? 'Pause' : 'Play'}
          </button>
        </Tip>
      )}
      {isRunning
        ? <Tip text="Stop the run" keys="Ctrl+Alt+Enter"><button type="button" className="button stop" onClick={stopShown}><Square size={13} aria-hidden />Stop</button></Tip>
        : <Tip text="Run the spell" keys="Ctrl+Enter"><button type="button" className="button primary" onClick={start}><Play size={14} aria-hidden />Run</button></Tip>}
    </>
  );
}

function SpellMenu({ spell, onKeys }: { spell: string; onKeys: () => void }) {
  const [snippet, setSnippet] = useState(false);
  const save = async () => savedFile(`${documentOf(spell)?.history.present.name ?? 'spell'}.spell.json`, await api.exportSpell(spell));
  const duplicate = async () => {
    await saveNow(spell);
    const document = documentOf(spell);
    const made = document && await spells.duplicate({ id: spell, project: document.project }, freeName(`${document.history.present.name} copy`, []));
    made?.spells.slice(0, 1).forEach(({ id }) => goToSpell(id));
  };
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="button plain icon" aria-label="More for this spell"><Ellipsis size={16} aria-hidden /></DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            <DropdownMenu.Item className="menu-item" onSelect={() => void duplicate().catch(complain)}><Copy size={15} aria-hidden />Duplicate</DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => void save().catch(complain)}><Download size={15} aria-hidden />Export as a file</DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => setSnippet(true)}><CommandIcon size={15} aria-hidden />Call it over REST</DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={onKeys}><Keyboard size={15} aria-hidden />Shortcuts<kbd>?</kbd></DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {snippet && <ApiSnippet spell={spell} onClose={() => setSnippet(false)} />}
    </>
  );
}
