/** Stands where Mermaid would load a second layout engine: what a text says of layouts is taken out before it is drawn. */
export default class {
  constructor() {
    throw new RangeError('diagrams have one layout');
  }
}
