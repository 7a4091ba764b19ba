//! The chapter of the handbook about the language of texts and templates.

use super::{LONGEST_IN_MACRO, Language, OWN_TAGS, TEXT_TAGS};
use crate::template::filters;

/// The chapter in Markdown, with the bounds that the program has.
pub(in crate::template) fn chapter() -> String {
    let text = Language::Text;
    let template = Language::Template;
    format!(
        "\
## Vad man kan skriva i en text

Mellan klamrar i en text i årsfilen kan det stå:

| Skriv | Gör |
|---|---|
| `{{{{ namn }}}}`, `{{{{ namn.del }}}}`, `{{{{ lista[0].del }}}}` | skriver ut en uppgift; raderna i en lista räknas från noll |
| `{{{{ namn\\|filter }}}}` | skriver ut uppgiften så som filtret gör den; filtren står i [Filter](#filter) |
| `{{{{ [mening.ett, mening.två]\\|stycke }}}}` | skriver ut flera meningar som ett stycke |
| `{{% if … %}}…{{% elif … %}}…{{% else %}}…{{% endif %}}` | tar med text när villkoret stämmer |
| `{{% for rad in lista %}}…{{% else %}}…{{% endfor %}}` | tar med text en gång för varje rad, eller det som står efter `else` när listan är tom; `{{{{ loop.index }}}}` är radens nummer |
| `{{# … #}}` | en anmärkning, som inte kommer med |
| `{{# tyst REGEL: skäl #}}` | tystar en regel i sitt stycke, eller i hela texten när den står i ett eget stycke; se [Kontroller](kontroller.md) |

I ett villkor kan det stå `namn is defined` (uppgiften finns), `is undefined`, `is number`, `==`, `!=`,
`<`, `>`, `<=`, `>=`, `in`, `and`, `or`, `not` och parenteser, heltal, och ord mellan raka citattecken:
`{{% if driftsform == \"Egen regi\" %}}`. Det går inte att räkna eller foga ihop: det som följer av
siffrorna är redan uträknat. Mellan ett par klamrar ryms {most} ord och tecken, `if` och `for` kan stå
i varandra i {nested} nivåer, varav {loops} med `for`.

Resten av texten är Markdown: stycken med en tom rad emellan, `### Rubrik`, listor med `-` eller `1.`,
`**fet**`, `*kursiv*`, `[länk](https://…)`, och tabeller. Punkter och tankstreck som följer med från
Word i början av rader blir en lista. En tabell skrivs så här; det som står efter `Tabell:` blir dess
rubrik, och den första kolumnen säger vad varje rad gäller:

```
Tabell: Möten varje kvartal

| Kvartal | Möten |
|---|---:|
| Första | 3 |
| Andra | 4 |
```

Ett stycke får ha högst 10 000 tecken, en tabell högst åtta kolumner.

I en mall finns dessutom taggarna {own_tags} (till {text_tags}), filtren {own_filters}, ett
val mitt i raden, `{{{{ \"ja\" if kö else \"nej\" }}}}`, ett utsnitt ur en lista, `rader[:10]`, och
anrop av makron. Där ryms {template_most} ord och tecken mellan ett par klamrar, och i ett makro högst
{in_macro} tecken mellan två taggar.
",
        most = text.most_tokens(),
        nested = text.deepest_tags().0,
        loops = text.deepest_tags().1,
        own_tags = codes(&OWN_TAGS),
        text_tags = codes(&TEXT_TAGS),
        own_filters = codes(&filters::ENGINES_OWN),
        template_most = template.most_tokens(),
        in_macro = LONGEST_IN_MACRO,
    )
}

fn codes(words: &[&str]) -> String {
    crate::swedish::join(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>())
}
