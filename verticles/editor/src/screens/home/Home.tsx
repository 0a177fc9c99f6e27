import { CommandIcon, FileUp, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import './home.css';
import { IconButton } from '../../design/IconButton';
import { api, type Template } from '../../rest/api';
import { onNews } from '../../stores/news';
import { complain } from '../../stores/notices';
import { loadProjects, shownProject, useProjects } from '../../stores/projects';
import { Trouble } from '../../windows/listing/Listing';
import { usePages } from '../../windows/listing/usePages';
import { useSettled } from '../../windows/listing/useSettled';
import { AccountMenu } from '../AccountMenu';
import { importFiles, useFileDrop } from '../importing';
import { Mark } from '../Mark';
import { create } from './begin';
import { Gallery } from './Gallery';
import { OwnSpells } from './OwnSpells';
import { useOwnSpells } from './useOwnSpells';
import { usePaletteKey } from './usePaletteKey';

const HomePalette = lazy(() => import('./HomePalette').then((palette) => ({ default: palette.HomePalette })));
const NONE: readonly Template[] = [];

/** What one has, and what there is to begin with. */
export function Home() {
  const projects = useKnownProjects();
  const shown = useProjects(shownProject);
  const [sought, setSought] = useState('');
  const own = useOwnSpells(projects, shown?.id, useSettled(sought.trim(), 250));
  const examples = usePages(api.templates);
  const templates = examples.pages[0]?.items ?? NONE;
  const [isPaletteOpen, setPaletteOpen] = usePaletteKey();
  const take = (files: readonly File[]) => void importFiles(files).then(own.again);
  const isOver = useFileDrop(take);
  const hasAny = own.pages.some(({ items }) => items.length > 0) || sought !== '' || (projects?.length ?? 0) > 1;
  const isKnown = own.pages.length > 0 || own.standing === 'failed';
  return (
    <div className={`home ${isOver ? 'dropping' : ''}`}>
      <header className="bar">
        <Mark size={24} /><strong className="bar-name">Spellmesh</strong><span className="bar-space" />
        <label className="button">
          <FileUp size={15} aria-hidden />Import
          <input type="file" className="hidden" accept=".json,application/json" multiple onChange={({ target }) => take([...target.files ?? []])} />
        </label>
        <button type="button" className="button primary" onClick={() => void create().catch(complain)}><Plus size={15} aria-hidden />New spell</button>
        <IconButton icon={CommandIcon} label="Commands" keys="Ctrl+K" onClick={() => setPaletteOpen(true)} />
        <AccountMenu />
      </header>
      <main className="home-main" tabIndex={-1}>
        {isKnown && (hasAny || own.standing === 'failed') && (
          <OwnSpells projects={projects ?? []} shown={shown} own={own} sought={sought} onSeek={setSought} />
        )}
        {isKnown && !hasAny && own.standing !== 'failed' && templates.length === 0 && examples.standing !== 'loading' && (
          <div className="home-empty">
            <h1>No spells yet</h1>
            <p className="muted">A spell is a graph of nodes that runs on the server. Begin one from nothing, or drop a file with one on this page.</p>
            <button type="button" className="button" onClick={() => void create().catch(complain)}><Plus size={15} aria-hidden />Begin from nothing</button>
          </div>
        )}
        {examples.standing === 'failed' && !examples.isAbsent && <Trouble text={examples.trouble ?? ''} what="The examples" again={examples.again} />}
        {isKnown && templates.length > 0 && <Gallery templates={templates} hasSpells={hasAny} />}
      </main>
      {isPaletteOpen && <Suspense><HomePalette onClose={() => setPaletteOpen(false)} /></Suspense>}
    </div>
  );
}

/** Read when the page comes, and again when somebody changes them elsewhere. */
function useKnownProjects() {
  useEffect(() => {
    const load = () => void loadProjects().catch((error: unknown) => {
      complain(error);
      useProjects.setState(({ projects }) => ({ projects: projects ?? [] }));
    });
    load();
    return onNews(({ news }) => news === 'projects' && load());
  }, []);
  return useProjects((state) => state.projects);
}
