// Makes an editor of the query form: colours, syntax, completion from the words of this release.
// Without it the form is a plain one and does the same.
(function () {
  "use strict";
  const field = document.getElementById("query");
  if (!field || typeof Yasqe === "undefined") return;
  const root = field.dataset.root;
  const form = field.form;
  const words = { classes: [], properties: [], prefixes: {} };

  // A completer offers what holds the letters typed so far, in its name or its meaning.
  function completer(name, list, fits) {
    return {
      name: name,
      bulk: false,
      autoShow: false,
      persistenceId: null,
      isValidCompletionPosition: fits,
      preProcessToken: (_, token) => Object.assign({}, token, { autocompletionString: token.string }),
      get: (_, token) => {
        const typed = (token ? token.string : "").trim().toLowerCase();
        const own = list().filter(([word]) => word.toLowerCase().startsWith(typed));
        const other = list().filter(
          ([word, meaning]) =>
            !word.toLowerCase().startsWith(typed) && `${word} ${meaning}`.toLowerCase().includes(typed),
        );
        return [...own, ...other].slice(0, 40).map(([word]) => word);
      },
      postProcessSuggestion: (_, token, word) => word,
      postprocessHints: (_, hints) => {
        const told = new Map(list());
        return hints.map((hint) =>
          Object.assign(hint, { displayText: `${hint.text} – ${told.get(hint.text) || ""}` }),
        );
      },
    };
  }

  function previous(editor) {
    const token = editor.getCompleteToken();
    return editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token);
  }
  const typed = (editor) => editor.getCompleteToken().string;
  const isVariable = (editor) => /^[?$"'<]/.test(typed(editor));
  const afterType = (editor) => ["a", "rdf:type"].includes(previous(editor).state.lastProperty);
  const isProperty = (editor) =>
    !isVariable(editor) && (editor.getCompleteToken().state.possibleCurrent || []).includes("a");

  // The editor's own completers of names would ask other machines.
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.registerAutocompleter(
    completer("class", () => words.classes, (e) => !isVariable(e) && afterType(e)),
  );
  Yasqe.registerAutocompleter(completer("property", () => words.properties, isProperty));

  Yasqe.forkAutocompleter("prefixes", {
    name: "ours",
    persistenceId: null,
    get: () => Object.entries(words.prefixes).map(([name, space]) => `${name}: <${space}>`),
  });

  // The editor's reader stumbles over these two; SPARQL has another spelling for them.
  function plain(text) {
    return text.replace(/[\u2028\u2029]/g, (sign) => (sign === "\u2028" ? "\\u2028" : "\\u2029"));
  }

  const place = document.createElement("div");
  field.after(place);
  const editor = new Yasqe(place, {
    value: plain(field.value),
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: () => location.href,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "20rem",
    screenReaderLabel: "SPARQL",
    extraKeys: {
      "Ctrl-Space": (one) => one.autocomplete(),
      "Ctrl-Enter": () => form.requestSubmit(),
      "Cmd-Enter": () => form.requestSubmit(),
      "Ctrl-/": (one) => one.commentLines(),
      "Shift-Ctrl-F": (one) => one.autoformat(),
      // The key that leaves a field must leave this one too.
      Tab: false,
      "Shift-Tab": false,
      Esc: (one) => one.getInputField().blur(),
    },
  });
  editor.on("beforeChange", (_, change) => {
    const text = change.text.map(plain);
    if (change.update && text.some((line, at) => line !== change.text[at])) change.update(null, null, text);
  });
  const input = editor.getInputField();
  input.setAttribute("aria-label", "SPARQL");
  input.setAttribute("aria-describedby", "keys");
  document.getElementById("keys").hidden = false;
  field.hidden = true;
  document.querySelector('label[for="query"]').addEventListener("click", () => editor.focus());
  form.addEventListener("submit", () => {
    field.value = editor.getValue();
  });
  for (const button of document.querySelectorAll("button[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const link = new URL(form.action);
      link.search = new URLSearchParams({ query: editor.getValue(), format: "html" }).toString();
      await navigator.clipboard.writeText(link.href);
      button.textContent = "Copied";
    });
  }
  // The server knows the prefixes, but a query that declares them can be taken elsewhere.
  function declare() {
    const plain = editor.getValue().replace(/<[^>]*>|"[^"]*"|'[^']*'|#.*/g, " ");
    const used = new Set([...plain.matchAll(/([A-Za-z][\w-]*):/g)].map(([, name]) => name));
    const known = editor.getPrefixesFromQuery();
    const missing = [...used].filter((name) => words.prefixes[name] && !known[name]).sort().reverse();
    missing.forEach((name) => editor.addPrefixes({ [name]: words.prefixes[name] }));
  }
  fetch(`${root}model.json`)
    .then((answer) => answer.json())
    .then((told) => {
      Object.assign(words, told);
      declare();
    })
    .catch(() => {});
})();
