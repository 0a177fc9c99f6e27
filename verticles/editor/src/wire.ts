// Made from the contract by WireTypeScriptTest, and held to it by that test; never edited by hand.
import type { Json, JsonObject } from './json';

export interface Operations {
  'spellmesh.agent.discord-voice': { ask: DiscordVoicePlace; answer: Nothing };
  'spellmesh.agent.task-create': { ask: TasksNewTask; answer: TasksTask };
  'spellmesh.agent.task-delete': { ask: TasksWhich; answer: Nothing };
  'spellmesh.agent.task-end': { ask: TasksEnd; answer: TasksTask };
  'spellmesh.agent.task-get': { ask: TasksWhich; answer: TasksTask };
  'spellmesh.agent.task-list': { ask: TasksSome; answer: TasksTaskPage };
  'spellmesh.agent.task-step': { ask: TasksNewStep; answer: TasksTask };
  'spellmesh.completion.embeddings': { ask: CompletionsEmbed; answer: CompletionsEmbedded };
  'spellmesh.completion.requests': { ask: Page; answer: RequestsRequestPage };
  'spellmesh.completion.secret-forget': { ask: SecretsNamed; answer: Nothing };
  'spellmesh.completion.secret-keep': { ask: SecretsNewSecret; answer: SecretsSecret };
  'spellmesh.completion.secret-list': { ask: Nothing; answer: SecretsSecretList };
  'spellmesh.document.delete': { ask: DocumentsWhich; answer: Nothing };
  'spellmesh.document.edit': { ask: DocumentsEdit; answer: DocumentsDocument };
  'spellmesh.document.get': { ask: DocumentsWhich; answer: DocumentsDocument };
  'spellmesh.document.list': { ask: DocumentsSome; answer: DocumentsDocumentPage };
  'spellmesh.document.search': { ask: DocumentsSearch; answer: DocumentsFound };
  'spellmesh.document.set': { ask: DocumentsNewDocument; answer: DocumentsDocument };
  'spellmesh.document.set-many': { ask: DocumentsMany; answer: DocumentsDocumentList };
  'spellmesh.document.store-create': { ask: DocumentStoresNewStore; answer: DocumentStoresStore };
  'spellmesh.document.store-delete': { ask: DocumentStoresWhich; answer: Nothing };
  'spellmesh.document.store-get': { ask: DocumentStoresWhich; answer: DocumentStoresStore };
  'spellmesh.document.store-list': { ask: Page; answer: DocumentStoresStorePage };
  'spellmesh.event.delete': { ask: EventsWhich; answer: Nothing };
  'spellmesh.event.embedding': { ask: EventsEmbeddingOf; answer: EventsEmbedding };
  'spellmesh.event.recall': { ask: EventsRecall; answer: EventsRecalled };
  'spellmesh.event.store': { ask: EventsNewEvent; answer: EventsEvent };
  'spellmesh.huggingface.infer': { ask: HuggingFaceInference; answer: HuggingFaceInferred };
  'spellmesh.provider.run': { ask: NodeOffersBody; answer: NodeOffersOutcome };
  'spellmesh.runner.answer': { ask: RunnerAnswer; answer: RunView };
  'spellmesh.runner.await': { ask: RunnerWhich; answer: RunView };
  'spellmesh.runner.cancel': { ask: RunnerWhich; answer: RunView };
  'spellmesh.runner.get': { ask: RunnerWhich; answer: RunView };
  'spellmesh.runner.give': { ask: PlayingGiven; answer: Nothing };
  'spellmesh.runner.hook-close': { ask: PlayingWhich; answer: Nothing };
  'spellmesh.runner.hook-open': { ask: PlayingWhich; answer: PlayingHook };
  'spellmesh.runner.hook-post': { ask: PlayingPost; answer: Nothing };
  'spellmesh.runner.list': { ask: RunnerRuns; answer: RunnerRunPage };
  'spellmesh.runner.node-types': { ask: Nothing; answer: RunnerNodeTypes };
  'spellmesh.runner.offer': { ask: NodeOffersOffer; answer: Nothing };
  'spellmesh.runner.pause': { ask: PlayingWhich; answer: PlayingState };
  'spellmesh.runner.play': { ask: PlayingWhich; answer: PlayingState };
  'spellmesh.runner.playing': { ask: PlayingWhich; answer: PlayingState };
  'spellmesh.runner.read-file': { ask: RunnerSpellFile; answer: RunnerReadSpells };
  'spellmesh.runner.resume': { ask: RunnerResume; answer: RunView };
  'spellmesh.runner.since': { ask: RunnerSince; answer: RunnerEvents };
  'spellmesh.runner.start': { ask: RunnerStart; answer: RunnerStarted };
  'spellmesh.runner.state': { ask: StatesWhich; answer: StatesState };
  'spellmesh.runner.state-forget': { ask: StatesForget; answer: StatesState };
  'spellmesh.runner.state-put': { ask: StatesPut; answer: StatesState };
  'spellmesh.runner.value': { ask: RunnerValueOf; answer: RunnerValue };
  'spellmesh.spell.create': { ask: SpellsNewSpell; answer: SpellsSpell };
  'spellmesh.spell.delete': { ask: SpellsWhich; answer: Nothing };
  'spellmesh.spell.export': { ask: SpellsWhich; answer: SpellsExported };
  'spellmesh.spell.find': { ask: SpellsReference; answer: SpellsSpell };
  'spellmesh.spell.first-state': { ask: SpellsWhich; answer: SpellsFirstState };
  'spellmesh.spell.get': { ask: SpellsWhich; answer: SpellsSpell };
  'spellmesh.spell.import': { ask: SpellsImport; answer: SpellsImported };
  'spellmesh.spell.list': { ask: SpellsSome; answer: SpellsSpellPage };
  'spellmesh.spell.move': { ask: SpellsMove; answer: SpellsSpellHead };
  'spellmesh.spell.patch': { ask: SpellsPatch; answer: SpellsSpellHead };
  'spellmesh.spell.project-create': { ask: SpellsNewProject; answer: SpellsProject };
  'spellmesh.spell.project-delete': { ask: SpellsProjectOf; answer: Nothing };
  'spellmesh.spell.project-export': { ask: SpellsProjectOf; answer: SpellsExported };
  'spellmesh.spell.project-get': { ask: SpellsProjectOf; answer: SpellsProject };
  'spellmesh.spell.project-list': { ask: Page; answer: SpellsProjectPage };
  'spellmesh.spell.project-rename': { ask: SpellsRenamedProject; answer: SpellsProject };
  'spellmesh.spell.publish': { ask: SpellsPublish; answer: SpellsSpellHead };
  'spellmesh.spell.update': { ask: SpellsChange; answer: SpellsSpell };
  'spellmesh.spell.versions': { ask: SpellsVersions; answer: SpellsVersionPage };
  'spellmesh.tab.answer': { ask: RunnerAnswer; answer: TabsAnswered };
  'spellmesh.tab.cancel': { ask: RunnerWhich; answer: TabsCancelled };
  'spellmesh.tab.close': { ask: TabsTab; answer: Nothing };
  'spellmesh.tab.open': { ask: TabsOpen; answer: TabsOpened };
  'spellmesh.tab.pause': { ask: TabsTab; answer: TabsPlaying };
  'spellmesh.tab.ping': { ask: TabsPing; answer: TabsPong };
  'spellmesh.tab.play': { ask: TabsTab; answer: TabsPlaying };
  'spellmesh.tab.renew': { ask: TabsRenew; answer: TabsRenewed };
  'spellmesh.tab.run': { ask: TabsStart; answer: TabsStarted };
  'spellmesh.tab.since': { ask: RunnerSince; answer: RunnerEvents };
  'spellmesh.tab.update': { ask: TabsUpdate; answer: TabsUpdated };
  'spellmesh.user.delete-me': { ask: Nothing; answer: Nothing };
  'spellmesh.user.exchange': { ask: UsersExchange; answer: UsersAccessToken };
  'spellmesh.user.key-create': { ask: UsersNewKey; answer: UsersCreatedKey };
  'spellmesh.user.key-list': { ask: Nothing; answer: UsersKeys };
  'spellmesh.user.key-revoke': { ask: UsersKeyOf; answer: Nothing };
  'spellmesh.user.link': { ask: UsersLink; answer: UsersSignedIn };
  'spellmesh.user.login': { ask: UsersLogin; answer: UsersSignedIn };
  'spellmesh.user.logout': { ask: Nothing; answer: Nothing };
  'spellmesh.user.me': { ask: Nothing; answer: UsersAccount };
  'spellmesh.user.refresh': { ask: UsersRefresh; answer: UsersSignedIn };
  'spellmesh.user.register': { ask: UsersRegister; answer: UsersSignedIn };
  'spellmesh.user.session-end': { ask: UsersSessionOf; answer: Nothing };
  'spellmesh.user.sessions': { ask: Nothing; answer: UsersSessions };
  'spellmesh.user.spend': { ask: UsersSpend; answer: UsersAccessToken };
  'spellmesh.user.ticket': { ask: Nothing; answer: UsersTicket };
}

/** How long the server lets each be waited for, in milliseconds. */
export const PATIENCE: { readonly [A in keyof Operations]: number } = {
  'spellmesh.agent.discord-voice': 20000,
  'spellmesh.agent.task-create': 5000,
  'spellmesh.agent.task-delete': 5000,
  'spellmesh.agent.task-end': 5000,
  'spellmesh.agent.task-get': 5000,
  'spellmesh.agent.task-list': 5000,
  'spellmesh.agent.task-step': 5000,
  'spellmesh.completion.embeddings': 60000,
  'spellmesh.completion.requests': 5000,
  'spellmesh.completion.secret-forget': 5000,
  'spellmesh.completion.secret-keep': 5000,
  'spellmesh.completion.secret-list': 5000,
  'spellmesh.document.delete': 5000,
  'spellmesh.document.edit': 120000,
  'spellmesh.document.get': 5000,
  'spellmesh.document.list': 5000,
  'spellmesh.document.search': 30000,
  'spellmesh.document.set': 120000,
  'spellmesh.document.set-many': 300000,
  'spellmesh.document.store-create': 5000,
  'spellmesh.document.store-delete': 30000,
  'spellmesh.document.store-get': 5000,
  'spellmesh.document.store-list': 5000,
  'spellmesh.event.delete': 5000,
  'spellmesh.event.embedding': 5000,
  'spellmesh.event.recall': 15000,
  'spellmesh.event.store': 5000,
  'spellmesh.huggingface.infer': 150000,
  'spellmesh.provider.run': 900000,
  'spellmesh.runner.answer': 30000,
  'spellmesh.runner.await': 25000,
  'spellmesh.runner.cancel': 5000,
  'spellmesh.runner.get': 5000,
  'spellmesh.runner.give': 5000,
  'spellmesh.runner.hook-close': 5000,
  'spellmesh.runner.hook-open': 5000,
  'spellmesh.runner.hook-post': 15000,
  'spellmesh.runner.list': 5000,
  'spellmesh.runner.node-types': 5000,
  'spellmesh.runner.offer': 5000,
  'spellmesh.runner.pause': 15000,
  'spellmesh.runner.play': 15000,
  'spellmesh.runner.playing': 5000,
  'spellmesh.runner.read-file': 15000,
  'spellmesh.runner.resume': 30000,
  'spellmesh.runner.since': 5000,
  'spellmesh.runner.start': 30000,
  'spellmesh.runner.state': 5000,
  'spellmesh.runner.state-forget': 5000,
  'spellmesh.runner.state-put': 5000,
  'spellmesh.runner.value': 5000,
  'spellmesh.spell.create': 5000,
  'spellmesh.spell.delete': 5000,
  'spellmesh.spell.export': 5000,
  'spellmesh.spell.find': 5000,
  'spellmesh.spell.first-state': 5000,
  'spellmesh.spell.get': 5000,
  'spellmesh.spell.import': 30000,
  'spellmesh.spell.list': 5000,
  'spellmesh.spell.move': 5000,
  'spellmesh.spell.patch': 5000,
  'spellmesh.spell.project-create': 5000,
  'spellmesh.spell.project-delete': 5000,
  'spellmesh.spell.project-export': 30000,
  'spellmesh.spell.project-get': 5000,
  'spellmesh.spell.project-list': 5000,
  'spellmesh.spell.project-rename': 5000,
  'spellmesh.spell.publish': 5000,
  'spellmesh.spell.update': 5000,
  'spellmesh.spell.versions': 5000,
  'spellmesh.tab.answer': 30000,
  'spellmesh.tab.cancel': 5000,
  'spellmesh.tab.close': 5000,
  'spellmesh.tab.open': 10000,
  'spellmesh.tab.pause': 5000,
  'spellmesh.tab.ping': 5000,
  'spellmesh.tab.play': 5000,
  'spellmesh.tab.renew': 5000,
  'spellmesh.tab.run': 10000,
  'spellmesh.tab.since': 5000,
  'spellmesh.tab.update': 10000,
  'spellmesh.user.delete-me': 5000,
  'spellmesh.user.exchange': 5000,
  'spellmesh.user.key-create': 5000,
  'spellmesh.user.key-list': 5000,
  'spellmesh.user.key-revoke': 5000,
  'spellmesh.user.link': 5000,
  'spellmesh.user.login': 10000,
  'spellmesh.user.logout': 5000,
  'spellmesh.user.me': 5000,
  'spellmesh.user.refresh': 5000,
  'spellmesh.user.register': 10000,
  'spellmesh.user.session-end': 5000,
  'spellmesh.user.sessions': 5000,
  'spellmesh.user.spend': 5000,
  'spellmesh.user.ticket': 5000,
};

export type FailureCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNPROCESSABLE'
  | 'TOO_MANY'
  | 'CANCELLED'
  | 'INTERNAL'
  | 'PROVIDER_FAILED'
  | 'UNAVAILABLE'
  | 'TIMED_OUT';

/** The numbers under which failures cross the bus. */
export const FAILURE_NUMBERS: { readonly [number: number]: FailureCode } = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE',
  429: 'TOO_MANY',
  499: 'CANCELLED',
  500: 'INTERNAL',
  502: 'PROVIDER_FAILED',
  503: 'UNAVAILABLE',
  504: 'TIMED_OUT',
};

export interface CompletionsEmbed {
  readonly texts: readonly string[];
  readonly model?: string;
}

export interface CompletionsEmbedded {
  readonly embeddings: readonly (readonly number[])[];
  readonly provider: string;
  readonly model: string;
  readonly usage?: CompletionsUsage;
  readonly cost?: number;
}

export interface CompletionsUsage {
  readonly promptTokens: number;
  readonly answerTokens: number;
}

export interface ControlInfo {
  readonly key: string;
  readonly label: string;
  readonly widget: string;
  readonly defaultValue?: Json;
  readonly choices: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly language?: string;
  readonly help?: string;
}

export interface DiscordVoicePlace {
  readonly server: string;
  readonly channel?: string;
}

export interface DocumentStoresNewStore {
  readonly name: string;
}

export interface DocumentStoresStore {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly documents: number;
}

export interface DocumentStoresStorePage {
  readonly items: readonly DocumentStoresStore[];
  readonly next?: string;
}

export interface DocumentStoresWhich {
  readonly id?: string;
  readonly name?: string;
}

export type DocumentsBy = 'words' | 'nearness' | 'both';

export interface DocumentsDocument {
  readonly id: string;
  readonly store?: string;
  readonly title?: string;
  readonly description?: string;
  readonly keywords?: string;
  readonly content?: string;
  readonly type?: string;
  readonly included: boolean;
  readonly date: string;
  readonly passages: number;
  readonly placed: number;
}

export interface DocumentsDocumentList {
  readonly items: readonly DocumentsDocument[];
}

export interface DocumentsDocumentPage {
  readonly items: readonly DocumentsDocument[];
  readonly next?: string;
}

export interface DocumentsEdit {
  readonly document: string;
  readonly store?: string;
  readonly title?: string;
  readonly description?: string;
  readonly keywords?: string;
  readonly content?: string;
  readonly type?: string;
  readonly included?: boolean;
}

export interface DocumentsFound {
  readonly items: readonly DocumentsHit[];
}

export interface DocumentsHit {
  readonly document: DocumentsDocument;
  readonly passage: string;
  readonly nearness?: number;
}

export interface DocumentsMany {
  readonly documents: readonly DocumentsNewDocument[];
}

export interface DocumentsNewDocument {
  readonly store?: string;
  readonly title?: string;
  readonly description?: string;
  readonly keywords?: string;
  readonly content: string;
  readonly type?: string;
  readonly included?: boolean;
  readonly date?: string;
  readonly embedding?: readonly number[];
  readonly key?: string;
}

export interface DocumentsSearch {
  readonly text?: string;
  readonly by?: DocumentsBy;
  readonly near?: readonly number[];
  readonly store?: string;
  readonly type?: string;
  readonly atLeast?: number;
  readonly all?: boolean;
  readonly count?: number;
}

export interface DocumentsSome {
  readonly store?: string;
  readonly type?: string;
  readonly page: Page;
}

export interface DocumentsWhich {
  readonly document: string;
}

export interface EventsEmbedding {
  readonly embedding?: readonly number[];
}

export interface EventsEmbeddingOf {
  readonly content: string;
}

export interface EventsEvent {
  readonly id: string;
  readonly content: string;
  readonly place: EventsPlace;
  readonly connector?: string;
  readonly rawData?: Json;
  readonly date: string;
}

export interface EventsNewEvent {
  readonly content: string;
  readonly place?: EventsPlace;
  readonly connector?: string;
  readonly rawData?: Json;
  readonly date?: string;
  readonly embedding?: readonly number[];
  readonly key?: string;
}

export interface EventsPlace {
  readonly type?: string;
  readonly sender?: string;
  readonly observer?: string;
  readonly client?: string;
  readonly channel?: string;
  readonly channelType?: string;
  readonly projectId?: string;
  readonly agentId?: string;
  readonly entities?: readonly string[];
}

export interface EventsRecall {
  readonly place?: EventsPlace;
  readonly after?: string;
  readonly before?: string;
  readonly near?: readonly number[];
  readonly count?: number;
}

export interface EventsRecalled {
  readonly items: readonly EventsEvent[];
}

export interface EventsWhich {
  readonly event: string;
}

export interface HuggingFaceInference {
  readonly inputs: Json;
  readonly model: string;
  readonly parameters?: JsonObject;
  readonly options?: JsonObject;
}

export interface HuggingFaceInferred {
  readonly result: Json;
}

export interface Mistake {
  readonly node?: string;
  readonly socket?: string;
  readonly message: string;
}

export interface News {
  readonly news: NewsKind;
  readonly spell?: string;
  readonly version?: number;
}

export type NewsKind = 'node-types' | 'spells' | 'projects';

export interface NodeOffersBody {
  readonly type: string;
  readonly key: string;
  readonly data: JsonObject;
  readonly inputs: { readonly [key: string]: Json };
  readonly outputs: readonly string[];
  readonly reachedBy?: string;
}

export interface NodeOffersOffer {
  readonly provider: string;
  readonly types: readonly NodeTypeInfo[];
}

export interface NodeOffersOutcome {
  readonly outputs: { readonly [key: string]: Json };
  readonly fired?: readonly string[];
}

export interface NodeTypeInfo {
  readonly type: string;
  readonly title: string;
  readonly group: string;
  readonly help: string;
  readonly aliases: readonly string[];
  readonly inputs: readonly SocketInfo[];
  readonly outputs: readonly SocketInfo[];
  readonly controls: readonly ControlInfo[];
  readonly effect: string;
}

export interface Nothing {
}

export interface Page {
  readonly limit?: number;
  readonly after?: string;
}

export interface PlayingGiven {
  readonly spell: string;
  readonly body: Json;
}

export interface PlayingHook {
  readonly token: string;
}

export interface PlayingPost {
  readonly token: string;
  readonly body: Json;
}

export interface PlayingState {
  readonly playing: boolean;
  readonly held: boolean;
}

export interface PlayingWhich {
  readonly spell: string;
}

export interface RequestsRequest {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly provider: string;
  readonly model: string;
  readonly promptTokens?: number;
  readonly answerTokens?: number;
  readonly cost?: number;
  readonly ms: number;
  readonly status: string;
}

export interface RequestsRequestPage {
  readonly items: readonly RequestsRequest[];
  readonly next?: string;
  readonly sums: RequestsSums;
}

export interface RequestsSums {
  readonly requests: number;
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly cost: number;
  readonly ofUnknownCost: number;
}

export interface RunError {
  readonly node?: string;
  readonly step?: string;
  readonly code: FailureCode;
  readonly message: string;
  readonly input?: string;
}

export type RunEvent =
  | RunEventStarted
  | RunEventNodeStarted
  | RunEventNodeWaiting
  | RunEventNodeAnswered
  | RunEventNodeLog
  | RunEventNodeCompleted
  | RunEventNodeFailed
  | RunEventCompleted
  | RunEventFailed
  | RunEventCancelled
  | RunEventInterrupted
  | RunEventResumed;

export interface RunEventCancelled {
  readonly kind: 'cancelled';
  readonly seq: number;
  readonly at: string;
  readonly reason: string;
  readonly ms: number;
}

export interface RunEventCompleted {
  readonly kind: 'completed';
  readonly seq: number;
  readonly at: string;
  readonly outputs: { readonly [key: string]: Json };
  readonly ms: number;
  readonly waitingFor?: readonly RunEventWaitingFor[];
}

export interface RunEventFailed {
  readonly kind: 'failed';
  readonly seq: number;
  readonly at: string;
  readonly error: RunError;
  readonly ms: number;
}

export interface RunEventInterrupted {
  readonly kind: 'interrupted';
  readonly seq: number;
  readonly at: string;
  readonly reason: string;
  readonly undecided: readonly string[];
}

export interface RunEventNodeAnswered {
  readonly kind: 'node.answered';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly step: string;
  readonly value: Json;
}

export interface RunEventNodeCompleted {
  readonly kind: 'node.completed';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly step: string;
  readonly outputs: { readonly [key: string]: Json };
  readonly fired: readonly string[];
  readonly ms: number;
  readonly attempt?: number;
  readonly cached?: boolean;
  readonly bypassed?: boolean;
  readonly usage?: RunEventUsage;
}

export interface RunEventNodeFailed {
  readonly kind: 'node.failed';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly step: string;
  readonly error: RunError;
  readonly attempt?: number;
  readonly retryMs?: number;
}

export interface RunEventNodeLog {
  readonly kind: 'node.log';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly step: string;
  readonly level: string;
  readonly text: string;
}

export interface RunEventNodeStarted {
  readonly kind: 'node.started';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly type: string;
  readonly step: string;
  readonly attempt?: number;
}

export interface RunEventNodeWaiting {
  readonly kind: 'node.waiting';
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly step: string;
  readonly reason: string;
  readonly until?: string;
  readonly question?: Json;
}

export interface RunEventResumed {
  readonly kind: 'resumed';
  readonly seq: number;
  readonly at: string;
}

export interface RunEventStarted {
  readonly kind: 'started';
  readonly seq: number;
  readonly at: string;
  readonly inputs: JsonObject;
  readonly pinned?: { readonly [key: string]: JsonObject };
  readonly from?: RunnerFrom;
  readonly to?: string;
}

export interface RunEventUsage {
  readonly model: string;
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly cost?: number;
}

export interface RunEventWaitingFor {
  readonly node: string;
  readonly step: string;
  readonly sockets: readonly string[];
}

export interface RunGroup {
  readonly run: string;
  readonly tab?: string;
  readonly epoch: number;
  readonly events: readonly RunEvent[];
}

export interface RunHead {
  readonly run: string;
  readonly epoch: number;
  readonly tail: number;
  readonly status: RunStatus;
}

export interface RunParts {
  readonly run: string;
  readonly tab?: string;
  readonly epoch: number;
  readonly parts: readonly RunPartsPart[];
}

export interface RunPartsPart {
  readonly node: string;
  readonly step: string;
  readonly attempt?: number;
  readonly socket: string;
  readonly n: number;
  readonly text: string;
}

export interface RunPartsSnapshot {
  readonly node: string;
  readonly step: string;
  readonly attempt?: number;
  readonly socket: string;
  readonly n: number;
  readonly text: string;
}

export type RunStatus = 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled' | 'interrupted';

export interface RunView {
  readonly id: string;
  readonly spell: string;
  readonly version: number;
  readonly status: RunStatus;
  readonly outputs?: { readonly [key: string]: Json };
  readonly error?: RunError;
  readonly ms?: number;
  readonly epoch: number;
  readonly tail: number;
  readonly started: string;
  readonly ended?: string;
}

export interface RunnerAnswer {
  readonly run: string;
  readonly step: string;
  readonly value: Json;
}

export interface RunnerEvents {
  readonly groups: readonly RunGroup[];
  readonly more: boolean;
  readonly head: RunHead;
  readonly reset: boolean;
  readonly texts?: readonly RunPartsSnapshot[];
}

export interface RunnerFrom {
  readonly run: string;
  readonly node: string;
}

export interface RunnerNodeTypes {
  readonly nodeTypes: readonly NodeTypeInfo[];
}

export interface RunnerReadSpell {
  readonly name: string;
  readonly oldId?: string;
  readonly graph: JsonObject;
  readonly wrapper: JsonObject;
  readonly warnings: readonly Mistake[];
}

export interface RunnerReadSpells {
  readonly spells: readonly RunnerReadSpell[];
  readonly warnings: readonly Mistake[];
}

export interface RunnerResume {
  readonly run: string;
  readonly again?: readonly string[];
}

export interface RunnerRunPage {
  readonly items: readonly RunView[];
  readonly next?: string;
}

export interface RunnerRuns {
  readonly spell?: string;
  readonly page: Page;
}

export interface RunnerSince {
  readonly run: string;
  readonly epoch?: number;
  readonly after: number;
}

export interface RunnerSpellFile {
  readonly file: Json;
}

export interface RunnerStart {
  readonly run?: string;
  readonly spell: string;
  readonly inputs: JsonObject;
  readonly idempotencyKey?: string;
  readonly tab?: string;
  readonly pinned?: { readonly [key: string]: JsonObject };
  readonly from?: RunnerFrom;
  readonly to?: string;
}

export interface RunnerStarted {
  readonly run: string;
  readonly replayed: boolean;
}

export interface RunnerValue {
  readonly value: Json;
}

export interface RunnerValueOf {
  readonly run: string;
  readonly ref: string;
}

export interface RunnerWhich {
  readonly run: string;
}

export interface SecretsNamed {
  readonly name: string;
}

export interface SecretsNewSecret {
  readonly name: string;
  readonly value: string;
}

export interface SecretsSecret {
  readonly name: string;
  readonly hint: string;
  readonly kept: string;
}

export interface SecretsSecretList {
  readonly items: readonly SecretsSecret[];
}

export interface SocketInfo {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly help?: string;
}

export interface SpellsChange {
  readonly spell: string;
  readonly base: number;
  readonly name?: string;
  readonly graph?: JsonObject;
}

export interface SpellsExported {
  readonly file: JsonObject;
}

export interface SpellsFirstState {
  readonly state?: JsonObject;
}

export interface SpellsImport {
  readonly file: Json;
  readonly project?: string;
}

export interface SpellsImported {
  readonly spells: readonly SpellsSpellName[];
  readonly warnings: readonly Mistake[];
}

export interface SpellsMove {
  readonly spell: string;
  readonly project: string;
}

export interface SpellsNewProject {
  readonly name: string;
}

export interface SpellsNewSpell {
  readonly name: string;
  readonly project?: string;
  readonly graph: JsonObject;
}

export type SpellsOrder = 'created' | 'changed';

export interface SpellsPatch {
  readonly spell: string;
  readonly base: number;
  readonly patch: Json;
}

export interface SpellsProject {
  readonly id: string;
  readonly name: string;
  readonly created: string;
}

export interface SpellsProjectOf {
  readonly project: string;
}

export interface SpellsProjectPage {
  readonly items: readonly SpellsProject[];
  readonly next?: string;
}

export interface SpellsPublish {
  readonly spell: string;
  readonly version: number;
}

export interface SpellsReference {
  readonly within: string;
  readonly idOrName: string;
}

export interface SpellsRenamedProject {
  readonly project: string;
  readonly name: string;
}

export interface SpellsSome {
  readonly project?: string;
  readonly name?: string;
  readonly order?: SpellsOrder;
  readonly page: Page;
}

export interface SpellsSpell {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly version: number;
  readonly published?: number;
  readonly graph: JsonObject;
  readonly created: string;
  readonly updated: string;
}

export interface SpellsSpellHead {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly version: number;
  readonly published?: number;
  readonly created: string;
  readonly updated: string;
}

export interface SpellsSpellName {
  readonly id: string;
  readonly name: string;
}

export interface SpellsSpellPage {
  readonly items: readonly SpellsSpellHead[];
  readonly next?: string;
}

export interface SpellsVersion {
  readonly version: number;
  readonly name: string;
  readonly saved: string;
}

export interface SpellsVersionPage {
  readonly items: readonly SpellsVersion[];
  readonly next?: string;
}

export interface SpellsVersions {
  readonly spell: string;
  readonly page: Page;
}

export interface SpellsWhich {
  readonly spell: string;
  readonly version?: number;
}

export interface StatesForget {
  readonly spell: string;
  readonly name?: string;
}

export interface StatesPut {
  readonly spell: string;
  readonly name?: string;
  readonly value: Json;
}

export interface StatesState {
  readonly values: JsonObject;
  readonly bytes: number;
  readonly mostBytes: number;
}

export interface StatesWhich {
  readonly spell: string;
}

export interface TabsAnswered {
  readonly status: RunStatus;
}

export interface TabsCancelled {
  readonly status: RunStatus;
}

export type TabsOnDisconnect = 'CONTINUE' | 'CANCEL';

export interface TabsOpen {
  readonly tab: string;
  readonly spell: string;
}

export interface TabsOpened {
  readonly spell: SpellsSpell;
  readonly runs: readonly RunHead[];
}

export interface TabsPing {
  readonly beat?: number;
}

export interface TabsPlaying {
  readonly playing: boolean;
}

export interface TabsPong {
  readonly time: string;
  readonly beat: number;
}

export interface TabsRenew {
  readonly token: string;
}

export interface TabsRenewed {
  readonly expiresIn: number;
}

export interface TabsStart {
  readonly tab: string;
  readonly spell: string;
  readonly run: string;
  readonly inputs: JsonObject;
  readonly pinned?: { readonly [key: string]: JsonObject };
  readonly from?: RunnerFrom;
  readonly to?: string;
  readonly onDisconnect?: TabsOnDisconnect;
}

export interface TabsStarted {
  readonly run: string;
}

export interface TabsTab {
  readonly tab: string;
  readonly spell: string;
}

export interface TabsUpdate {
  readonly tab: string;
  readonly spell: string;
  readonly base: number;
  readonly patch: Json;
}

export interface TabsUpdated {
  readonly version: number;
}

export interface TasksEnd {
  readonly task: string;
  readonly status: TasksStatus;
}

export interface TasksNewStep {
  readonly task: string;
  readonly reasoning?: string;
  readonly skill?: string;
  readonly result?: string;
  readonly success?: string;
  readonly reflection?: string;
  readonly key?: string;
}

export interface TasksNewTask {
  readonly type?: string;
  readonly objective: string;
  readonly agentId?: string;
  readonly projectId?: string;
  readonly eventData?: Json;
  readonly key?: string;
}

export interface TasksSome {
  readonly status?: TasksStatus;
  readonly type?: string;
  readonly agentId?: string;
  readonly page: Page;
}

export type TasksStatus = 'active' | 'completed' | 'cancelled';

export interface TasksStep {
  readonly reasoning?: string;
  readonly skill?: string;
  readonly result?: string;
  readonly success?: string;
  readonly reflection?: string;
  readonly date: string;
}

export interface TasksTask {
  readonly id: string;
  readonly type?: string;
  readonly objective: string;
  readonly agentId?: string;
  readonly projectId?: string;
  readonly status: TasksStatus;
  readonly eventData?: Json;
  readonly steps: readonly TasksStep[];
  readonly created: string;
  readonly updated: string;
}

export interface TasksTaskPage {
  readonly items: readonly TasksTask[];
  readonly next?: string;
}

export interface TasksWhich {
  readonly task: string;
}

export interface UsersAccessToken {
  readonly accessToken: string;
  readonly expiresIn: number;
}

export interface UsersAccount {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  readonly roles: readonly string[];
  readonly created: string;
}

export interface UsersCreatedKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly created: string;
}

export interface UsersExchange {
  readonly apiKey: string;
}

export interface UsersKey {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly created: string;
  readonly lastUsed?: string;
}

export interface UsersKeyOf {
  readonly key: string;
}

export interface UsersKeys {
  readonly items: readonly UsersKey[];
}

export interface UsersLink {
  readonly code: string;
}

export interface UsersLogin {
  readonly email: string;
  readonly password: string;
  readonly address?: string;
}

export interface UsersNewKey {
  readonly name: string;
}

export interface UsersRefresh {
  readonly refreshToken: string;
}

export interface UsersRegister {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
  readonly address?: string;
}

export interface UsersSession {
  readonly id: string;
  readonly created: string;
  readonly lastUsed: string;
  readonly current: boolean;
}

export interface UsersSessionOf {
  readonly session: string;
}

export interface UsersSessions {
  readonly items: readonly UsersSession[];
}

export interface UsersSignedIn {
  readonly user: UsersAccount;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}

export interface UsersSpend {
  readonly ticket: string;
}

export interface UsersTicket {
  readonly ticket: string;
  readonly expiresIn: number;
}
