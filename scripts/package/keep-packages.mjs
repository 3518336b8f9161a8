/** Tells electron-builder that the staged folder holds its packages already: nothing is installed, rebuilt or collected. */
export default () => false;
