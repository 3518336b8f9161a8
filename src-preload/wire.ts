/** A two-way line between a client and the core: text messages and binary frames, in order, until it closes. */
export interface Wire {
  sendText(text: string): void;
  sendBytes(bytes: Uint8Array): void;
  /** Bytes handed over but not yet on their way; grows when the other side is slow. */
  bufferedBytes(): number;
  close(): void;
  onText: (text: string) => void;
  onBytes: (bytes: Uint8Array) => void;
  onClose: () => void;
}
