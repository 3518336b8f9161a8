/** The scheme under which the window's files are served, and the one origin of our pages. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://jarvis`;
