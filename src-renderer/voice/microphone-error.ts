/** Why there is no microphone, in one word. */

/**
 * `refused`: the user or the system does not allow it; `absent`: there is none; `busy`: another program holds it;
 * `unsupported`: this page may not have one (no secure origin); `failed`: anything else.
 */
export type MicrophoneFault = 'refused' | 'absent' | 'busy' | 'unsupported' | 'failed';

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  readonly fault: MicrophoneFault;

  constructor(fault: MicrophoneFault, cause?: unknown) {
    super(`the microphone: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia and what browsers add. */
export function microphoneError(error: unknown): MicrophoneError {
  return error instanceof MicrophoneError ? error : new MicrophoneError(faultOf(error), error);
}

function faultOf(error: unknown): MicrophoneFault {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
