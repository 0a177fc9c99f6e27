import { Component, type ReactNode } from 'react';

/** Where drawing fails: what was drawn is kept in the server and in this browser, and a new start reads it again. */
export class Mishap extends Component<{ children: ReactNode }, { readonly trouble: string | undefined }> {
  override state: { readonly trouble: string | undefined } = { trouble: undefined };

  static getDerivedStateFromError(error: unknown): { trouble: string } {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.trouble === undefined ? this.props.children : (
      <main className="sign-in">
        <div className="sign-in-card" role="alert">
          <h1>This page cannot go on</h1>
          <p>Your spells are safe: what was saved is on the server, and what was not is kept in this browser.</p>
          <code>{this.state.trouble}</code>
          <button type="button" className="button primary" onClick={() => location.reload()}>Load it again</button>
        </div>
      </main>
    );
  }
}
