/** The domain's types as the window knows them: what the contract's schemas yield. */
import type { CommandInput, CommandOutput, EventData } from '../../src-preload/contract.ts';

export type Snapshot = CommandOutput<'app.snapshot'>;
export type OpenedConversation = CommandOutput<'conversation.open'>;
export type Conversation = Snapshot['conversations'][number];
export type Message = OpenedConversation['messages'][number];
export type QueuedTurn = EventData<'turn.queued'>;
export type RunningTurn = Snapshot['running'][number];
export type SearchHit = CommandOutput<'conversation.search'>['hits'][number];
export type Models = Snapshot['models'];
export type Backend = Models['backends'][number];
export type ModelChoice = CommandInput<'model.use'>;
export type Catalogue = CommandOutput<'catalogue.get'>;
export type CatalogueModel = Catalogue['models'][number];
export type CatalogueProgress = EventData<'catalogue.progress'>;
export type Organizer = Snapshot['organizer'];
export type Timer = Organizer['timers'][number];
export type Profile = Snapshot['profile'];
export type Preferences = Snapshot['preferences'];
export type Speech = Snapshot['speech'];
export type Language = Profile['language'];
export type ErrorReport = EventData<'app.failed'>;
export type HealthReport = CommandOutput<'doctor.run'>;
export type ExportFormat = CommandInput<'conversation.export'>['format'];
export type Delta = EventData<'turn.delta'>;
