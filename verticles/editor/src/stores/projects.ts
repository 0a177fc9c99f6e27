import { create } from 'zustand';
import { projects as rest } from '../rest/spells';
import type { SpellsProject } from '../wire';
import { documentOf } from './documents';
import { useRoute } from './route';

const KEPT = 'spellmesh.project';

interface ProjectsState {
  /** The oldest first; nothing until they are read. */
  readonly projects: readonly SpellsProject[] | undefined;
  /** The one that was opened last in this browser, which may be gone. */
  readonly chosen: string | undefined;
}

export const useProjects = create<ProjectsState>(() => ({ projects: undefined, chosen: localStorage.getItem(KEPT) ?? undefined }));

export async function loadProjects(): Promise<void> {
  const { items } = await rest.list();
  useProjects.setState({ projects: items });
}

/** Whose they were is no longer here. */
export function forgetProjects(): void {
  useProjects.setState({ projects: undefined });
}

/** @param project nothing for all of them at once */
export function openProject(project: string | undefined): void {
  useProjects.setState({ chosen: project });
  project === undefined ? localStorage.removeItem(KEPT) : localStorage.setItem(KEPT, project);
}

/** The project whose spells are shown; nothing where all are. */
export function shownProject({ projects, chosen }: ProjectsState): SpellsProject | undefined {
  return projects !== undefined && projects.length > 1 ? projects.find(({ id }) => id === chosen) : undefined;
}

/** Where a new spell goes: into the project of the spell that is on the screen, else into the one that is shown; nothing where that is for the server to say. */
export function placeOfNew(): string | undefined {
  const { route } = useRoute.getState();
  return (route.screen === 'spell' ? documentOf(route.spell)?.project : undefined) ?? shownProject(useProjects.getState())?.id;
}

export async function createProject(name: string): Promise<SpellsProject> {
  const project = await rest.create(name);
  useProjects.setState(({ projects = [] }) => ({ projects: projects.some(({ id }) => id === project.id) ? projects : [...projects, project] }));
  return project;
}

export async function renameProject(project: string, name: string): Promise<void> {
  const renamed = await rest.rename(project, name);
  useProjects.setState(({ projects }) => ({ projects: projects?.map((one) => one.id === project ? renamed : one) }));
}

export async function deleteProject({ id, name }: SpellsProject): Promise<void> {
  await rest.delete(id).catch((error: unknown) => {
    // The server knows it by its id, a person by its name.
    throw error instanceof Error ? new Error(error.message.replaceAll(id, `“${name}”`)) : error;
  });
  openProject(undefined);
  useProjects.setState(({ projects }) => ({ projects: projects?.filter((one) => one.id !== id) }));
}
