// A page as its author would write it: signs in, opens a spell, runs it, prints every event as it comes.
// Arguments: base, email, password, file of the spell, inputs as JSON.
const fs = require('node:fs');
const EventBus = require('@vertx/eventbus-bridge-client.js');

const [base, email, password, file, inputs] = process.argv.slice(2);
let token = '';

async function post(path, body) {
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...(token && {authorization: 'Bearer ' + token})},
    body,
  });
  if (!answer.ok) throw new Error(`${path} is ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** A socket is opened with a ticket, and every further one with another. */
async function connect() {
  const {ticket} = await post('/api/auth/tickets');
  const bus = new EventBus(base + '/eventbus?ticket=' + encodeURIComponent(ticket));
  bus.onerror = error => { throw new Error(JSON.stringify(error)); };
  await new Promise((opened, failed) => {
    bus.onopen = opened;
    bus.onclose = () => failed(new Error('the socket was closed'));
  });
  bus.onclose = () => {};
  const ask = (verb, body) => new Promise((answered, failed) =>
    bus.send('spellmesh.tab.' + verb, body, (error, message) => error ? failed(error) : answered(message.body)));
  return {bus, ask};
}

async function main() {
  const login = await post('/api/auth/login', JSON.stringify({email, password}));
  token = login.accessToken;
  const spell = (await post('/api/spells/import', fs.readFileSync(file))).spells[0].id;
  const {bus, ask} = await connect();
  const run = crypto.randomUUID();
  const heard = [];
  const ended = new Promise(done => bus.registerHandler(`spellmesh.user.${login.user.id}.spell.${spell}`,
    (error, message) => {
      if (error) throw new Error(JSON.stringify(error));
      for (const event of message.body.events ?? []) {
        heard.push(event);
        if (event.kind === 'completed') done();
      }
    }));
  await ask('open', {tab: 'page', spell});
  await ask('run', {tab: 'page', spell, run, inputs: JSON.parse(inputs)});
  await ended;
  bus.close();

  const again = await connect();
  const kept = (await again.ask('since', {run, after: 0})).groups.flatMap(group => group.events);
  again.bus.close();
  console.log('run ' + run);
  console.log('events ' + heard.map(event => event.seq + ':' + event.kind).join(' '));
  console.log('kept ' + (JSON.stringify(kept) === JSON.stringify(heard)));
  console.log('outputs ' + JSON.stringify(heard.at(-1).outputs));
}

main().then(() => process.exit(0), error => {
  console.error(error);
  process.exit(1);
});
