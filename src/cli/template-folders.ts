/** What templates use beside one another, by folder of `templates/`, with the ending of its files. */
export const TEMPLATE_FOLDERS = [
  { folder: 'themes', ending: '.yaml' },
  { folder: 'partials', ending: '.hbs' },
  { folder: 'locales', ending: '.yaml' },
  { folder: 'markings', ending: '.yaml' },
] as const
