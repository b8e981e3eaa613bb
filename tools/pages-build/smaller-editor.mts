// The editor of GraphiQL without what no query needs.
import type { Plugin } from 'vite';

/** Parts of the editor that no query needs: two versions beside each other, colours, code lenses, references, renaming, suggestions by machines. */
const unusedParts: Readonly<Record<string, readonly string[]>> = {
  'editor.all.js': [
    'browser/widget/diffEditor/diffEditor.contribution',
    'contrib/anchorSelect/browser/anchorSelect',
    'contrib/codeAction/browser/codeActionContributions',
    'contrib/codelens/browser/codelensController',
    'contrib/colorPicker/browser/colorContributions',
    'contrib/colorPicker/browser/standaloneColorPickerActions',
    'contrib/diffEditorBreadcrumbs/browser/contribution',
    'contrib/dnd/browser/dnd',
    'contrib/dropOrPasteInto/browser/copyPasteContribution',
    'contrib/dropOrPasteInto/browser/dropIntoEditorContribution',
    'contrib/documentSymbols/browser/documentSymbols',
    'contrib/fontZoom/browser/fontZoom',
    'contrib/gotoSymbol/browser/goToCommands',
    'contrib/gotoSymbol/browser/link/goToDefinitionAtPosition',
    'contrib/inPlaceReplace/browser/inPlaceReplace',
    'contrib/inlayHints/browser/inlayHintsContribution',
    'contrib/inlineCompletions/browser/inlineCompletions.contribution',
    'contrib/inlineEdit/browser/inlineEdit.contribution',
    'contrib/inlineEdits/browser/inlineEdits.contribution',
    'contrib/inlineProgress/browser/inlineProgress',
    'contrib/linkedEditing/browser/linkedEditing',
    'contrib/parameterHints/browser/parameterHints',
    'contrib/rename/browser/rename',
    'contrib/sectionHeaders/browser/sectionHeaders',
    'contrib/semanticTokens/browser/documentSemanticTokens',
    'contrib/semanticTokens/browser/viewportSemanticTokens',
    'contrib/smartSelect/browser/smartSelect',
    'contrib/stickyScroll/browser/stickyScrollContribution',
    'contrib/suggest/browser/suggestInlineCompletions',
    'contrib/unicodeHighlighter/browser/unicodeHighlighter',
  ],
  'edcore.main.js': [
    'standalone/browser/inspectTokens/inspectTokens',
    'standalone/browser/quickAccess/standaloneGotoSymbolQuickAccess',
    'standalone/browser/quickAccess/standaloneHelpQuickAccess',
    'standalone/browser/referenceSearch/standaloneReferenceSearch',
    'standalone/browser/toggleHighContrast/toggleHighContrast',
  ],
};

/** Classes that the rest of the editor names, of which nobody makes an instance here: what compares two texts, picks colours and shows hints between words. */
const unusedClasses: Readonly<Record<string, string>> = {
  '/monaco-editor/esm/vs/editor/browser/widget/diffEditor/diffEditorWidget.js': 'DiffEditorWidget',
  '/monaco-editor/esm/vs/editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js':
    'MultiDiffEditorWidget',
  '/monaco-editor/esm/vs/editor/contrib/colorPicker/browser/colorHoverParticipant.js':
    'ColorHoverParticipant',
  '/monaco-editor/esm/vs/editor/contrib/inlayHints/browser/inlayHintsHover.js': 'InlayHintsHover',
};

/** Leaves out what no query needs. */
export const smallerEditor: Plugin = {
  name: 'smaller-editor',
  enforce: 'pre',
  load(id) {
    const unused = Object.entries(unusedClasses).find(([path]) => id.endsWith(path))?.[1];
    return unused === undefined ? null : `export class ${unused} {}`;
  },
  transform(code, id) {
    const file = /\/monaco-editor\/esm\/vs\/editor\/([\w.]+)$/.exec(id)?.[1] ?? '';
    const unused = unusedParts[file];
    if (!unused) return null;
    const missing = unused.filter((part) => !code.includes(`import './${part}.js';`));
    if (missing.length > 0)
      throw new Error(`The editor has no part ${missing.join(', ')} any more: mend vite.config.mts.`);
    return {
      code: unused.reduce((rest, part) => rest.replace(`import './${part}.js';`, ''), code),
      map: null,
    };
  },
};
