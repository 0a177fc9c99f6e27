// Shows /api/openapi.json to people. Text goes in as text, never as markup.
'use strict';

const add = (parent, name, text, className) => {
  const element = parent.appendChild(document.createElement(name));
  element.textContent = text ?? '';
  if (className) element.className = className;
  return element;
};

/** A schema as an example of itself: names with their types, references followed four levels deep. */
const example = (schema, api, depth = 0) => {
  if (schema?.$ref) {
    const name = schema.$ref.split('/').pop();
    return depth > 3 ? name : example(api.components.schemas[name], api, depth + 1);
  }
  if (schema?.properties) {
    const required = schema.required ?? [];
    return Object.fromEntries(Object.entries(schema.properties).map(([key, part]) =>
      [required.includes(key) ? key : key + '?', example(part, api, depth + 1)]));
  }
  if (schema?.items) return [example(schema.items, api, depth + 1)];
  if (schema?.enum) return schema.enum.join(' | ');
  const choices = schema?.anyOf ?? schema?.oneOf;
  if (choices) return choices.length === 1 ? example(choices[0], api, depth) : 'one of ' + choices.length;
  return schema?.format ?? (schema?.type ? String(schema.type) : 'any');
};

const showBody = (parent, title, content, api) => {
  for (const [mediaType, { schema }] of Object.entries(content ?? {})) {
    add(parent, 'p', `${title} (${mediaType})`);
    add(parent, 'pre', JSON.stringify(example(schema, api), null, 2));
  }
};

const showRoute = (parent, method, path, route, api) => {
  const details = add(parent, 'details');
  const summary = add(details, 'summary');
  add(summary, 'code', `${method.toUpperCase()} ${path}`);
  add(summary, 'span', ` ${route.summary}${route.security.length ? '' : ' (open)'}`);
  for (const { name, in: place, description } of route.parameters) {
    add(details, 'p', `${place} ${name}${description ? ': ' + description : ''}`);
  }
  showBody(details, 'takes', route.requestBody?.content, api);
  for (const [status, { content }] of Object.entries(route.responses)) {
    add(details, 'p', status, 'status');
    if (status !== 'default') showBody(details, 'answers', content, api);
  }
};

const show = (api) => {
  document.getElementById('about').textContent = api.info.description;
  const routes = document.getElementById('routes');
  let tag = '';
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, route] of Object.entries(methods)) {
      if (route.tags[0] !== tag) {
        tag = route.tags[0];
        add(routes, 'h2', tag);
      }
      showRoute(routes, method, path, route, api);
    }
  }
};

fetch('/api/openapi.json').then((answer) => answer.json()).then(show, (error) => {
  document.getElementById('about').textContent = `The description could not be read: ${error.message}`;
});
