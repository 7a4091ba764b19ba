//! The texts of the help that are not about a single argument.

/// The form of all help.
pub(super) const HELP: &str = "\
{about}

Användning: {usage}

{all-args}{after-help}";

/// What stands below the help on the program.
pub(super) const EXAMPLES: &str = "\
Exempel:
  tjut exempel --till prova
  tjut skapa data/norra-innerstaden-2025.yaml
  tjut skapa min-fil.yaml --till papper --dokument redovisning --format pdf
  tjut kontrollera min-fil.yaml
  tjut öppna min-fil.yaml
  tjut bevaka min-fil.yaml
  tjut skapa min-fil.yaml --utkast
  tjut sätt min-fil.yaml statistik.2025.klienter=201
  tjut nytt-år min-fil-2025.yaml
  tjut jämför min-fil-2025.yaml min-fil-2026.yaml
  tjut uppgifter min-fil.yaml
  tjut underlag min-fil.yaml
  tjut importera min-fil.yaml underlag.xlsx
  tjut regler
  tjut mallar --exportera mina-mallar
  tjut skapa min-fil.yaml --mallar mina-mallar
  tjut schema > schema.json

Slutkoder: 0 klart, 1 något i årsfilen eller en mall stoppar papperen,
2 fel i kommandot, 3 en fil kunde inte läsas eller skrivas.";

/// What a folder stands for, before the examples of the verbs that take one.
macro_rules! with_folders {
    ($examples:literal) => {
        concat!(
            "En mapp står för alla årsfiler i den och i dess undermappar. Det är filer som
slutar på .yaml eller .yml och där någon av de första hundra raderna börjar med
en av årsfilens nycklar, till exempel verksamhetsår. Dolda filer, länkar och
filer med -tidigare sist i namnet är inte med. En fil med fel stoppar ingen annan.

Exempel:
",
            $examples
        )
    };
}

/// What stands below the help on `skapa`.
pub(super) const CREATE_EXAMPLES: &str = with_folders!(
    "  tjut skapa data/norra-innerstaden-2025.yaml --till output
  tjut skapa mina-årsfiler --till papper"
);

/// What stands below the help on `kontrollera`.
pub(super) const CHECK_EXAMPLES: &str = with_folders!(
    "  tjut kontrollera data/norra-innerstaden-2025.yaml
  tjut kontrollera mina-årsfiler"
);

/// What stands below the help on `bevaka`.
pub(super) const WATCH_EXAMPLES: &str = "\
Papperen görs som med tjut skapa, först genast och sedan varje gång årsfilen, en
årsfil som den nämner under verksamheter eller en mall i mappen efter --mallar har
ändrats och sparats. Har årsfilen fel så visas de, och de senaste papperen utan
fel står kvar. Papper som någon har ändrat skrivs inte över. Avsluta med Ctrl-C.

Exempel:
  tjut bevaka min-fil.yaml
  tjut bevaka min-fil.yaml --dokument redovisning --format pdf
  tjut bevaka min-fil.yaml --mallar mina-mallar --fråga 2";

/// What stands below the help on `sätt`.
pub(super) const SET_EXAMPLES: &str = "\
En plats är nycklarna med punkt emellan. Delarna i en lista räknas från 0 och
skrivs brister[0], och numret efter den sista lägger till en. Ett värde skrivs som
det ska stå, inom citattecken för skalet när det har mellanslag. Det som saknas på
vägen till platsen läggs till. Allt annat i filen står kvar som det är:
kommentarer, ordning och tomma rader. Kan något av värdena inte läsas så skrivs
inget.

Exempel:
  tjut sätt min-fil.yaml statistik.2025.klienter=201 statistik.2025.nya=64
  tjut sätt min-fil.yaml 'brister[0].åtgärd=Rapporterat till regionen'
  tjut sätt min-fil.yaml texter.bakgrund=@bakgrund.txt
  tjut sätt min-fil.yaml --ta-bort statistik.2023";

/// What stands below the help on `server`.
pub(super) const SERVER_EXAMPLES: &str = "\
Servern sparar ingenting: årsfilen finns i användarens webbläsare och skickas med
varje fråga. Den har ingen inloggning och ingen kryptering, så ställ den bakom
kommunens omvända proxy. Hur det görs, och vad som loggas, står i docs/server.md;
`tjut exempel --till MAPP` delar ut den. Avsluta med Ctrl-C eller SIGTERM.

Exempel:
  tjut server
  tjut server --adress 0.0.0.0:8080 --värd ombud.kommun.se";

/// What stands below the help on `öppna`.
pub(super) const OPEN_EXAMPLES: &str = "\
Sidan nås bara på den här datorn, och inget lämnar den. Varje ändring sparas i
årsfilen genast, och årsfilen som den var sparas bredvid med -tidigare i namnet.
Det går att ändra i filen på annat sätt samtidigt: sidan tar in det. Papperen
hamnar i mappen output bredvid årsfilen. Avsluta med Ctrl-C.

Exempel:
  tjut öppna min-fil.yaml
  tjut öppna";
