/** Around a part of the window: when it breaks, the rest lives on, and this says so in its place. */
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What stands in the place of the broken part; `again` draws the part anew. */
  readonly broken: (error: Error, again: () => void) => ReactNode;
  /** Something else is shown: what broke before is over. */
  readonly resetBy?: string;
}

interface State {
  readonly error?: Error;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // The name and the place only: a message may hold what somebody wrote.
    console.error(
      'a part of the window broke:',
      error instanceof Error ? error.name : 'error',
      info.componentStack,
    );
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetBy !== this.props.resetBy && this.state.error !== undefined)
      this.setState({ error: undefined as never });
  }

  readonly again = (): void => this.setState({ error: undefined as never });

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : this.props.broken(error, this.again);
  }
}
