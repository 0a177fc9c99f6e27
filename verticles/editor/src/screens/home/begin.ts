import { isObject, type Json } from '../../json';
import { api, type Template } from '../../rest/api';
import { spells } from '../../rest/spells';
import { EMPTY } from '../../spell/graph';
import { tell } from '../../stores/notices';
import { placeOfNew } from '../../stores/projects';
import { goToSpell } from '../../stores/route';
import { wishRun } from '../../stores/wishes';

/** Opens a new spell of nothing. */
export async function create(): Promise<void> {
  const spell = await api.createSpell('Untitled spell', EMPTY as unknown as Json, placeOfNew());
  goToSpell(spell.id);
}

/** Makes an example the person's own, opens it and runs it. */
export async function beginWith(template: Template): Promise<void> {
  const file = await api.template(template.id);
  const place = placeOfNew();
  await bringCalled(file, place);
  const { spells: [spell], warnings } = await api.importFile(file, place);
  if (!spell) {
    tell(`“${template.name}” holds no spell.`);
    return;
  }
  warnings.forEach(({ message }) => tell(message));
  wishRun(spell.id);
  goToSpell(spell.id);
}

/** Examples that this one calls by name, and that the project has not yet. */
async function bringCalled(file: Json, place: string | undefined): Promise<void> {
  const called = isObject(file) && Array.isArray(file['calls']) ? file['calls'] as Json[] : [];
  for (const id of called.map(String)) {
    const other = await api.template(id);
    const name = isObject(other) && typeof other['name'] === 'string' ? other['name'] : '';
    const { items } = await spells.list({ project: place, name, limit: 200 });
    if (!items.some((spell) => spell.name === name)) {
      await api.importFile(other, place);
    }
  }
}
