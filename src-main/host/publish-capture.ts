/** What an open microphone reports, as events of the contract. */
import type { Publish } from '../api/services.ts';
import type { CaptureReport } from '../conversation/capture-report.ts';
import { reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';

export function publishCapture(
  publish: Publish,
  language: () => Language,
): (captureId: string, report: CaptureReport) => void {
  return (captureId, report) => {
    switch (report.kind) {
      case 'state':
        publish('voice.state', { captureId, state: report.state });
        break;
      case 'caption': {
        const { text, isFinal, language: spoken } = report;
        publish('voice.caption', { captureId, text, isFinal, ...(spoken && { language: spoken }) });
        break;
      }
      case 'output':
        publish('voice.output', { turnId: report.turnId, order: report.order });
        break;
      case 'woke':
        publish('voice.woke', { captureId, score: report.score, accepted: report.accepted });
        break;
      case 'wake-score':
        publish('voice.wakeScore', { captureId, score: report.score, threshold: report.threshold });
        break;
      case 'failed':
        publish('app.failed', reportError(report.error, language()));
        break;
    }
  };
}
