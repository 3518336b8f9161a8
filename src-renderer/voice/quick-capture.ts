/** Captures of the quick window are known by their name, so that the main window gives way to them. */
const prefix = 'quick-';

export const quickCaptureId = (id: string): string => prefix + id;
export const isQuickCapture = (captureId: string): boolean => captureId.startsWith(prefix);
