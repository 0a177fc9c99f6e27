import type { Json } from '../../json';
import type { Ending, RunPlugin, Step } from '../plugin';

/** What a run gave, node by node, as something to keep: for pins, and to compare one run with another. */
export class Recording implements RunPlugin {
  private readonly last = new Map<string, { readonly [key: string]: Json }>();
  private inputs: { readonly [name: string]: Json | undefined } = {};
  private outcome: Ending | undefined;

  /** What a place gave the last time it ran. */
  outputsOf(place: string): { readonly [key: string]: Json } | undefined {
    return this.last.get(place);
  }

  /** The whole as JSON. */
  file(): Json {
    return {
      format: 'spellmesh/recording', inputs: this.inputs, outcome: this.outcome as unknown as Json,
      outputs: Object.fromEntries(this.last),
    };
  }

  reset(): void {
    this.last.clear();
    this.inputs = {};
    this.outcome = undefined;
  }

  keep(): () => void {
    const [last, inputs, outcome] = [new Map(this.last), this.inputs, this.outcome];
    return () => {
      this.last.clear();
      last.forEach((outputs, place) => this.last.set(place, outputs));
      this.inputs = inputs;
      this.outcome = outcome;
    };
  }

  began(inputs: { readonly [name: string]: Json | undefined }): void {
    this.inputs = inputs;
  }

  after(step: Step, outputs: { readonly [key: string]: Json }): void {
    this.last.set(step.place, outputs);
  }

  ended(ending: Ending): void {
    this.outcome = ending;
  }
}
