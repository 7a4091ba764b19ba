//! The parts of the year file other than figures and texts.

use super::county_boards::CountyBoard;
use super::matter::MatterPart;
use super::numbers::Within;
use super::operating_forms::OperatingForm;
use super::people::Ombud;
use super::provider::Provider;
use super::read::record;
use super::values::{Count, Date, Decimal, Text, Year, YesNo};
use crate::source::Located;

record! {
    /// Kommunen och nämnden som papperen kommer från.
    pub struct Sender {
        /// Kommunens namn.
        "kommun" keep => municipality: Text = "Stockholms stad",
        /// Kommunens organisationsnummer, NNNNNN-NNNN.
        when ["organisationsnummer"]
        "organisationsnummer" keep => organisation_number: Text = "212000-0142",
        /// Nämnden som beslutar, till exempel Norra innerstadens stadsdelsnämnd.
        "nämnd" keep => board: Text = "Norra innerstadens stadsdelsnämnd",
        /// Förvaltningen som avger tjänsteutlåtandet.
        "förvaltning" keep => administration: Text = "Norra innerstadens stadsdelsförvaltning",
        /// Avdelningen där ärendet har beretts.
        when ["avdelning"]
        "avdelning" keep => department: Text = "Socialtjänstavdelningen",
        /// Postadress.
        when ["adress"]
        "adress" keep => address: Text = "Exempelgatan 1, 100 00 Stockholm",
        /// Telefonnummer till förvaltningen.
        "telefon" keep => telephone: Option<Text> = "08-465 004 00",
        /// E-postadress till förvaltningen.
        "e-post" keep => email: Option<Text> = "norra.innerstaden@example.org",
        /// Hur bidraget ska betalas ut.
        "betalning" inside => payment: Option<Payment>,
    }
}

record! {
    /// Hur bidraget ska betalas ut.
    pub struct Payment {
        /// Bankgironummer.
        "bankgiro" keep => bankgiro: Option<Text> = "991-2346",
        /// Plusgironummer.
        "plusgiro" keep => plusgiro: Option<Text> = "12 34 56-6",
        /// Referens som ska följa med betalningen.
        "referens" clear => reference: Option<Text> = "PO 2026",
    }
}

record! {
    /// Nämndens ärende.
    pub struct BoardMatter {
        /// Nämndens diarienummer. Skrivs så som registratorn skriver det.
        "diarienummer" clear => reference: Option<Text> = "NI 2026/12",
        /// Vad ärendet omfattar: redovisning, ansökan eller båda. Utelämnas den så är det båda. En kommun som söker bidrag första gången har bara en ansökan.
        "omfattar" clear => parts: Option<Vec<Located<MatterPart>>> = ["redovisning", "ansökan"],
        /// Tjänsteutlåtandets datum.
        when ["datum"]
        "datum" clear => date: Date = "2026-01-27",
        /// Dagen då nämnden sammanträder.
        when ["sammanträde", "redovisning_lämnas", "ansökan_lämnas", "redovisning_är_lämnad", "ansökan_är_lämnad"]
        "sammanträde" clear => meeting: Date = "2026-02-19",
        /// Om nämnden föreslås justera beslutet omedelbart, så att det kan verkställas genast.
        "omedelbar_justering" clear => immediate_approval: Option<YesNo> = true,
        /// Den som har handlagt ärendet.
        when ["handläggare", "kontaktperson"]
        "handläggare" review => officer: Contact,
        /// De som undertecknar tjänsteutlåtandet, i den ordning som namnen ska stå.
        when ["underskrifter"]
        "underskrifter" review => signatories: Vec<Signatory>,
        /// Fler bilagor än redovisningen och ansökan.
        "bilagor" review => attachments: Option<Vec<Text>> = ["Ledningsgruppens årsberättelse"],
        /// Numret på redovisningen som bilaga, när nämnden har flera verksamheter i samma ärende och denna inte är den första: 3 för den andra. Ansökan får numret efter.
        "första_bilaga" keep => first_attachment: Option<Located<Within<1, 99>>> = 3,
    }
}

record! {
    /// En person att kontakta.
    pub struct Contact {
        /// Namn.
        with ["handläggare.namn", "kontaktperson.namn"]
        "namn" keep => name: Text = "Maja Bergkvist",
        /// Befattning.
        "befattning" keep => position: Option<Text> = "Verksamhetscontroller",
        /// Telefonnummer.
        "telefon" keep => telephone: Option<Text> = "08-465 004 10",
        /// E-postadress.
        "e-post" keep => email: Option<Text> = "maja.bergkvist@example.org",
    }
}

record! {
    /// En person som undertecknar tjänsteutlåtandet.
    pub struct Signatory {
        /// Namn.
        with ["underskrifter"]
        "namn" keep => name: Text = "Torsten Almgren",
        /// Befattning.
        with ["underskrifter"]
        "befattning" keep => position: Text = "Stadsdelsdirektör",
        /// Förvaltning, avdelning eller enhet, om den ska skrivas ut.
        "enhet" keep => unit: Option<Text> = "Norra innerstadens stadsdelsförvaltning",
    }
}

record! {
    /// Länsstyrelsen som tar emot redovisningen och ansökan.
    pub struct Grant {
        /// Länsstyrelsens namn, en av de 21: Länsstyrelsen Stockholm eller Länsstyrelsen i Stockholms län.
        when ["länsstyrelse"]
        "namn" keep => county_board: Located<CountyBoard> = "Länsstyrelsen Stockholm",
        /// Dagen då redovisningen lämnades eller ska lämnas. Den ska lämnas senast den 15 januari.
        when ["redovisning_inlämnad", "redovisning_lämnas", "redovisning_är_lämnad"]
        "redovisning_inlämnad" clear => report_submitted: Date = "2026-01-15",
        /// Dagen då ansökan lämnades eller ska lämnas. Den ska ha kommit in senast den 1 mars.
        when ["ansökan_inlämnad", "ansökan_lämnas", "ansökan_är_lämnad"]
        "ansökan_inlämnad" clear => application_submitted: Date = "2026-01-15",
        /// Länsstyrelsens diarienummer på beslutet om det redovisade årets bidrag.
        "beslutets_diarienummer" clear => decision_reference: Option<Text> = "9999-2025",
        /// Den som länsstyrelsen kan kontakta. Utelämnas den så är det handläggaren.
        "kontaktperson" review => contact: Option<Contact>,
        /// Den som undertecknar redovisningen och ansökan.
        "undertecknare" review => signer: Option<Signer>,
    }
}

record! {
    /// Den som undertecknar redovisningen och ansökan till länsstyrelsen.
    pub struct Signer {
        /// Namn.
        with ["undertecknare.namn"]
        "namn" keep => name: Text = "Torsten Almgren",
        /// Befattning.
        with ["undertecknare.befattning"]
        "befattning" keep => position: Text = "Stadsdelsdirektör",
        /// Vad rätten att underteckna grundas på, till exempel delegationsordningen.
        "behörighet" keep => authority: Option<Text> = "Nämndens delegationsordning, punkt 4.2",
    }
}

record! {
    /// Hur verksamheten med personligt ombud är ordnad.
    pub struct Operation {
        /// Verksamhetens namn, när nämnden har flera i samma ärende.
        "namn" keep => name: Option<Text> = "Personligt ombud Norr",
        /// De stadsdelsnämnder eller kommuner som verksamheten täcker, så som de ska skrivas.
        "upptagningsområde" keep => area: Vec<Text> = ["Kungsholmen", "Södermalm"],
        /// Andra kommuner som ansökan också omfattar. Utelämnas om den bara gäller den egna kommunen (8 § 1).
        "andra_kommuner" inside => other_municipalities: Option<Vec<Municipality>>,
        /// Antal årsanställningar som personligt ombud under verksamhetsåret, räknat i heltid. Deltid räknas med sin andel. De gäller ansökan också, om inte `sökta_årsanställningar` säger något annat (8 § 2).
        when [
            "årsanställningar", "heltidstjänster", "sökta_årsanställningar", "sökta_heltidstjänster",
            "klienter_per_heltid", "per_heltid"
        ]
        "årsanställningar" review => full_time_posts: Decimal = "3,75",
        /// Antal årsanställningar som ansökan gäller, när de är fler eller färre än under verksamhetsåret (8 § 2).
        "sökta_årsanställningar" clear => posts_applied_for: Option<Decimal> = "4,5",
        /// Antal personer som arbetar som ombud.
        "antal_ombud" review => ombud: Option<Located<Within<1, 1000>>> = 4,
        /// Ombuden, för informationsbladet. De räknas av mot antalet ombud och årsanställningarna.
        "ombud" review => ombud_posts: Option<Vec<Ombud>>,
        /// Adressen där ombuden tar emot besök.
        "besöksadress" keep => visiting_address: Option<Text> = "Exempeltorget 2, Kista",
        /// Webbplats med mer om verksamheten.
        "webbplats" keep => website: Option<Text> = "example.org/personligt-ombud",
        /// En eller flera driftsformer: egen regi, kommunalförbund, värdkommun, entreprenad, förening eller samverkan (8 § 3). Är det någon annan skrivs Annan och vilken.
        when ["driftsform"]
        "driftsform" keep => form: Located<OperatingForm> = "Egen regi",
        /// Den som driver verksamheten på kommunens uppdrag, när det är någon annan än kommunen.
        "utförare" review => provider: Option<Provider>,
        /// Dagen då verksamheten startade eller kan starta (8 § 3).
        when ["startade"]
        "startade" keep => started: Date = "2001-09-01",
        /// Verksamhetens sista dag, när den har upphört eller ska upphöra.
        "upphörde" keep => ended: Option<Date> = "2025-08-31",
        /// Myndigheter och organisationer som verksamheten samverkar med, utöver ledningsgruppen (8 § 4).
        "samverkan" review => cooperation: Option<Vec<CooperatingBody>>,
        /// Ledningsgruppen (5 §).
        when ["ledningsgrupp"]
        "ledningsgrupp" inside => steering_group: SteeringGroup,
        /// Prioriteringsordningen, den viktigaste situationen först (10 § 3). En tom lista betyder att ingen finns.
        when ["prioriteringsordning"]
        "prioriteringsordning" review => priorities: Vec<Text> = ["Barn i hemmet och risk för avhysning", "Risk för avhysning utan barn i hemmet"],
    }
}

record! {
    /// En annan kommun som ansökan omfattar. Det som inte är någon annan kommuns är den egna kommunens.
    pub struct Municipality {
        /// Kommunens namn.
        with ["andra_kommuner"]
        "namn" keep => name: Text = "Solna stad",
        /// Årsanställningar i den kommunen. De ingår i alla årsanställningar under `verksamhet:`.
        with ["andra_kommuner"]
        "årsanställningar" review => full_time_posts: Decimal = "1,5",
        /// Årsanställningar som ansökan gäller i den kommunen, när de är fler eller färre än under verksamhetsåret. De ingår i `sökta_årsanställningar` under `verksamhet:`.
        "sökta_årsanställningar" clear => posts_applied_for: Option<Decimal> = "2",
        /// Den kommunens egna medel, i kronor. De ingår i `egna_medel` under `ekonomi:`.
        "egna_medel" clear => own_funds: Option<Count> = "450 000",
    }
}

record! {
    /// En myndighet eller organisation som verksamheten samverkar med.
    pub struct CooperatingBody {
        /// Namn.
        with ["samverkan"]
        "namn" keep => name: Text = "Kronofogdemyndigheten",
        /// Vad samverkan gäller.
        "om" keep => about: Option<Text> = "skulder och avhysningar",
    }
}

record! {
    /// Ledningsgruppen för verksamheten.
    pub struct SteeringGroup {
        /// Antal möten om året.
        with ["ledningsgrupp.möten_per_år"]
        "möten_per_år" clear => meetings: Located<Within<0, 366>> = 2,
        /// De som är företrädda. Kommunen, regionens primärvård, regionens psykiatri, Arbetsförmedlingen och Försäkringskassan ska alltid vara med (5 §).
        with ["ledningsgrupp.ledamöter"]
        "ledamöter" review => members: Vec<Text> = ["Kommunen", "Regionens primärvård", "Regionens psykiatri", "Arbetsförmedlingen", "Försäkringskassan"],
        /// Patient-, brukar- och anhörigorganisationer (5 §).
        with ["ledningsgrupp.organisationer", "ledningsgrupp.organisationer_erbjudna"]
        "organisationer" inside => organisations: SupportOrganisations,
    }
}

record! {
    /// Patient-, brukar- och anhörigorganisationer i ledningsgruppen.
    pub struct SupportOrganisations {
        /// Om organisationerna har erbjudits att delta. De ska erbjudas det (5 §).
        with ["ledningsgrupp.organisationer_erbjudna"]
        "erbjudna" review => invited: YesNo,
        /// De organisationer som deltar. Utelämnas när ingen deltar, och då säger papperen det.
        "deltar" review => taking_part: Option<Vec<Text>> = ["NSPH Stockholm"],
    }
}

record! {
    /// Bidraget och hur det har använts, i kronor.
    pub struct Economy {
        /// Beviljat bidrag för det redovisade året.
        with [
            "beviljat", "oförbrukat", "per_heltid.beviljat", "per_heltid.oförbrukat", "mening.bidrag",
            "mening.bidrag_kort", "mening.bidrag_per_heltid"
        ]
        "beviljat" clear => granted: Count = "1 209 600",
        /// Använt bidrag under det redovisade året.
        with [
            "använt", "oförbrukat", "total_kostnad", "per_heltid.använt", "per_heltid.oförbrukat",
            "per_heltid.total_kostnad", "mening.bidrag", "mening.bidrag_kort", "mening.egna_medel",
            "mening.egna_medel_kort"
        ]
        "använt" clear => used: Count = "1 209 600",
        /// Kommunens egna medel till verksamheten, alla kommuners om ansökan omfattar flera.
        "egna_medel" clear => own_funds: Option<Count> = "1 870 400",
        /// Vad bidraget har gått till, med belopp.
        "poster" inside => items: Option<Vec<Amount>>,
        /// Bidragets nivå för en heltid under ansökningsåret, när den är känd.
        "belopp_per_heltid" clear => level: Option<GrantLevel>,
    }
}

record! {
    /// En post i redovisningen av bidraget.
    pub struct Amount {
        /// Vad pengarna har gått till.
        "ändamål" keep => purpose: Text = "Löner till ombuden",
        /// Belopp i kronor.
        "kronor" clear => amount: Count = "1 131 600",
    }
}

record! {
    /// Bidragets nivå för en årsanställning på heltid. Socialstyrelsen beslutar den.
    pub struct GrantLevel {
        /// Belopp i kronor.
        "kronor" clear => amount: Count = "302 400",
        /// Året som nivån gäller.
        with ["belopp_per_heltid.år", "mening.ansökan_belopp"]
        "år" clear => year: Year = 2026,
        /// Var nivån står, till exempel ett beslut med datum och diarienummer.
        with ["belopp_per_heltid.källa", "mening.ansökan_belopp"]
        "källa" clear => source: Text = "Socialstyrelsens beslut 2026-01-10, dnr 9999/2026",
    }
}

record! {
    /// En brist i tillgången till vård, stöd och service (10 § 5).
    pub struct Shortcoming {
        /// Området, till exempel ekonomiskt bistånd.
        with ["brister"]
        "område" keep => area: Text = "Ekonomiskt bistånd",
        /// Vad bristen består i.
        with ["brister"]
        "beskrivning" keep => description: Text = "Ansökan är svår att förstå och kräver många underlag.",
        /// Huvudman eller myndighet som berörs.
        with ["brister"]
        "huvudman" keep => responsible: Text = "Stadsdelsnämnderna i innerstaden",
        /// Till vem bristen har rapporterats.
        "rapporterad_till" keep => reported_to: Option<Text> = "Ledningsgruppen",
        /// Vad som har hänt sedan dess.
        "åtgärd" keep => outcome: Option<Text> = "En kortare vägledning tas fram.",
    }
}
