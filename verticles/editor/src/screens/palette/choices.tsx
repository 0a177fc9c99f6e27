import { Command, useCommandState } from 'cmdk';
import { useEffect, type ReactNode } from 'react';
import { api } from '../../rest/api';
import { complain } from '../../stores/notices';
import { prefer, usePreferences } from '../../stores/preferences';
import { loadProjects, openProject, useProjects } from '../../stores/projects';
import { go, goToSpell, useRoute } from '../../stores/route';
import { usePages } from '../../windows/listing/usePages';
import { THEMES } from '../AccountMenu';
import { pickedFiles } from '../files';
import { beginWith, create } from '../home/begin';
import { importFiles } from '../importing';
import { useSpellsNamed } from './useSpellsNamed';
import { valued } from './valued';

/* What the palette offers wherever it is opened. */

interface Props {
  /** What choosing something does: the palette closes, then that is done. */
  readonly then: (act: () => void) => () => void;
  /** The spell one is in already. */
  readonly except?: string;
}

export function SpellChoices({ then, except }: Props) {
  const spells = useSpellsNamed(useCommandState((state) => state.search));
  const projects = useProjects((state) => state.projects) ?? [];
  return (
    <Command.Group heading="Spells">
      {spells.filter(({ id }) => id !== except).map(({ id, name, project }) => (
        <Choice key={id} value={valued(`spell ${name}`, id)} onSelect={then(() => goToSpell(id))} beside={projects.length > 1 ? projects.find((one) => one.id === project)?.name : undefined}>{name}</Choice>
      ))}
    </Command.Group>
  );
}

export function BeginChoices({ then }: Props) {
  return (
    <Command.Group heading="Begin">
      <Choice value="new spell begin create" onSelect={then(() => void create().catch(complain))}>New spell</Choice>
      <Choice value="import a file of spells or a project" onSelect={then(() => pickedFiles((files) => void importFiles(files)))}>Import from a file</Choice>
    </Command.Group>
  );
}

export function PlaceChoices({ then }: Props) {
  const projects = useProjects((state) => state.projects) ?? [];
  useEffect(() => {
    if (useProjects.getState().projects === undefined) {
      loadProjects().catch(complain);
    }
  }, []);
  const isHome = useRoute((state) => state.route.screen === 'home');
  const theme = usePreferences((state) => state.theme);
  const toProject = (project: string | undefined) => then(() => {
    openProject(project);
    go({ screen: 'home' });
  });
  return (
    <Command.Group heading="Go and look">
      {!isHome && <Choice value="go to all spells home" onSelect={then(() => go({ screen: 'home' }))}>All spells</Choice>}
      {projects.length > 1 && projects.map(({ id, name }) => <Choice key={id} value={valued(`project ${name}`, id)} onSelect={toProject(id)} beside="Project">{name}</Choice>)}
      <Choice value="go to settings keys sessions" onSelect={then(() => go({ screen: 'settings' }))}>Settings</Choice>
      {THEMES.filter(([value]) => value !== theme).map(([value, label]) => (
        <Choice key={value} value={`theme colours look ${label}`} onSelect={then(() => prefer({ theme: value }))} beside="Theme">{label}</Choice>
      ))}
    </Command.Group>
  );
}

export function ExampleChoices({ then }: Props) {
  const examples = usePages(api.templates).pages[0]?.items ?? [];
  return (
    <Command.Group heading="Examples">
      {examples.map((example) => (
        <Choice key={example.id} value={valued(`example ${example.name}`, example.id)} onSelect={then(() => void beginWith(example).catch(complain))} beside={example.group}>{example.name}</Choice>
      ))}
    </Command.Group>
  );
}

interface ChoiceProps {
  /** As {@link valued} makes them. */
  readonly value: string;
  readonly beside?: string | undefined;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

function Choice({ value, beside, onSelect, children }: ChoiceProps) {
  return (
    <Command.Item value={value} className="choice" onSelect={onSelect}>
      <span className="choice-name">{children}</span>{beside !== undefined && <span className="choice-group">{beside}</span>}
    </Command.Item>
  );
}
