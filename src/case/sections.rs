//! The parts of the year file other than figures and texts.

use super::read::record;
use super::values::{Count, Date, Decimal, Text, Year, YesNo};

record! {
    /// Kommunen och nämnden som papperen kommer från.
    pub struct Sender {
        /// Kommunens namn.
        "kommun" => municipality: Text,
        /// Kommunens organisationsnummer, NNNNNN-NNNN.
        "organisationsnummer" => organisation_number: Text,
        /// Nämnden som beslutar, till exempel Norra innerstadens stadsdelsnämnd.
        "nämnd" => board: Text,
        /// Förvaltningen som avger tjänsteutlåtandet.
        "förvaltning" => administration: Text,
        /// Avdelningen där ärendet har beretts.
        "avdelning" => department: Text,
        /// Postadress.
        "adress" => address: Text,
        /// Telefonnummer till förvaltningen.
        "telefon" => telephone: Option<Text>,
        /// E-postadress till förvaltningen.
        "e-post" => email: Option<Text>,
        /// Hur bidraget ska betalas ut.
        "betalning" => payment: Option<Payment>,
    }
}

record! {
    /// Hur bidraget ska betalas ut.
    pub struct Payment {
        /// Bankgironummer.
        "bankgiro" => bankgiro: Option<Text>,
        /// Plusgironummer.
        "plusgiro" => plusgiro: Option<Text>,
        /// Referens som ska följa med betalningen.
        "referens" => reference: Option<Text>,
    }
}

record! {
    /// Nämndens ärende.
    pub struct Errand {
        /// Nämndens diarienummer. Skrivs så som registratorn skriver det.
        "diarienummer" => reference: Option<Text>,
        /// Tjänsteutlåtandets datum.
        "datum" => date: Date,
        /// Dagen då nämnden sammanträder.
        "sammanträde" => meeting: Date,
        /// Den som har handlagt ärendet.
        "handläggare" => officer: Contact,
        /// De som undertecknar tjänsteutlåtandet, i den ordning som namnen ska stå.
        "underskrifter" => signatories: Vec<Signatory>,
        /// Fler bilagor än redovisningen och ansökan.
        "bilagor" => attachments: Option<Vec<Text>>,
    }
}

record! {
    /// En person att kontakta.
    pub struct Contact {
        /// Namn.
        "namn" => name: Text,
        /// Befattning.
        "befattning" => position: Option<Text>,
        /// Telefonnummer.
        "telefon" => telephone: Text,
        /// E-postadress.
        "e-post" => email: Text,
    }
}

record! {
    /// En person som undertecknar tjänsteutlåtandet.
    pub struct Signatory {
        /// Namn.
        "namn" => name: Text,
        /// Befattning.
        "befattning" => position: Text,
        /// Förvaltning, avdelning eller enhet, om den ska skrivas ut.
        "enhet" => unit: Option<Text>,
    }
}

record! {
    /// Länsstyrelsen som tar emot redovisningen och ansökan.
    pub struct Grant {
        /// Länsstyrelsens namn, till exempel Länsstyrelsen Stockholm.
        "namn" => county_board: Text,
        /// Dagen då redovisningen lämnades eller ska lämnas. Den ska lämnas senast den 15 januari.
        "redovisning_inlämnad" => report_submitted: Date,
        /// Dagen då ansökan lämnades eller ska lämnas. Den ska ha kommit in senast den 1 mars.
        "ansökan_inlämnad" => application_submitted: Date,
        /// Länsstyrelsens diarienummer på beslutet om det redovisade årets bidrag.
        "beslutets_diarienummer" => decision_reference: Option<Text>,
        /// Den som länsstyrelsen kan kontakta. Utelämnas den så är det handläggaren.
        "kontaktperson" => contact: Option<Contact>,
        /// Den som undertecknar redovisningen och ansökan.
        "undertecknare" => signer: Option<Signer>,
    }
}

record! {
    /// Den som undertecknar redovisningen och ansökan till länsstyrelsen.
    pub struct Signer {
        /// Namn.
        "namn" => name: Text,
        /// Befattning.
        "befattning" => position: Text,
        /// Vad rätten att underteckna grundas på, till exempel delegationsordningen.
        "behörighet" => authority: Option<Text>,
    }
}

record! {
    /// Hur verksamheten med personligt ombud är ordnad.
    pub struct Operation {
        /// De stadsdelsnämnder eller kommuner som verksamheten täcker, så som de ska skrivas.
        "upptagningsområde" => area: Vec<Text>,
        /// Andra kommuner som ansökan också omfattar. Utelämnas om den bara gäller den egna kommunen (8 § 1).
        "andra_kommuner" => other_municipalities: Option<Vec<Municipality>>,
        /// Antal årsanställningar som personligt ombud, räknat i heltid. Deltid räknas med sin andel (8 § 2).
        "årsanställningar" => full_time_posts: Decimal,
        /// Antal personer som arbetar som ombud.
        "antal_ombud" => ombud: Option<Count>,
        /// Driftsform, till exempel egen regi, entreprenad eller kommunalförbund (8 § 3).
        "driftsform" => form: Text,
        /// Utförare, när det är någon annan än kommunen.
        "utförare" => provider: Option<Text>,
        /// Dagen då verksamheten startade eller kan starta (8 § 3).
        "startade" => started: Date,
        /// Myndigheter och organisationer som verksamheten samverkar med, utöver ledningsgruppen (8 § 4).
        "samverkan" => cooperation: Option<Vec<CooperatingBody>>,
        /// Ledningsgruppen (5 §).
        "ledningsgrupp" => steering_group: SteeringGroup,
        /// Prioriteringsordningen, den viktigaste situationen först (10 § 3). En tom lista betyder att ingen finns.
        "prioriteringsordning" => priorities: Vec<Text>,
    }
}

record! {
    /// En annan kommun som ansökan omfattar.
    pub struct Municipality {
        /// Kommunens namn.
        "namn" => name: Text,
        /// Årsanställningar i den kommunen.
        "årsanställningar" => full_time_posts: Decimal,
    }
}

record! {
    /// En myndighet eller organisation som verksamheten samverkar med.
    pub struct CooperatingBody {
        /// Namn.
        "namn" => name: Text,
        /// Vad samverkan gäller.
        "om" => about: Option<Text>,
    }
}

record! {
    /// Ledningsgruppen för verksamheten.
    pub struct SteeringGroup {
        /// Antal möten om året.
        "möten_per_år" => meetings: Count,
        /// De som är företrädda. Kommunen, regionens primärvård, regionens psykiatri, Arbetsförmedlingen och Försäkringskassan ska alltid vara med (5 §).
        "ledamöter" => members: Vec<Text>,
        /// Patient-, brukar- och anhörigorganisationer (5 §).
        "organisationer" => organisations: SupportOrganisations,
    }
}

record! {
    /// Patient-, brukar- och anhörigorganisationer i ledningsgruppen.
    pub struct SupportOrganisations {
        /// Om organisationerna har erbjudits att delta. De ska erbjudas det (5 §).
        "erbjudna" => invited: YesNo,
        /// De organisationer som deltar.
        "deltar" => taking_part: Option<Vec<Text>>,
    }
}

record! {
    /// Bidraget och hur det har använts, i kronor.
    pub struct Economy {
        /// Beviljat bidrag för det redovisade året.
        "beviljat" => granted: Count,
        /// Använt bidrag under det redovisade året.
        "använt" => used: Count,
        /// Kommunens egna medel till verksamheten.
        "egna_medel" => own_funds: Option<Count>,
        /// Vad bidraget har gått till, med belopp.
        "poster" => items: Option<Vec<Amount>>,
        /// Bidragets nivå för en heltid under ansökningsåret, när den är känd.
        "belopp_per_heltid" => level: Option<GrantLevel>,
    }
}

record! {
    /// En post i redovisningen av bidraget.
    pub struct Amount {
        /// Vad pengarna har gått till.
        "ändamål" => purpose: Text,
        /// Belopp i kronor.
        "kronor" => amount: Count,
    }
}

record! {
    /// Bidragets nivå för en årsanställning på heltid. Socialstyrelsen beslutar den.
    pub struct GrantLevel {
        /// Belopp i kronor.
        "kronor" => amount: Count,
        /// Året som nivån gäller.
        "år" => year: Year,
        /// Var nivån står, till exempel ett beslut med datum och diarienummer.
        "källa" => source: Text,
    }
}

record! {
    /// En brist i tillgången till vård, stöd och service (10 § 5).
    pub struct Shortcoming {
        /// Området, till exempel ekonomiskt bistånd.
        "område" => area: Text,
        /// Vad bristen består i.
        "beskrivning" => description: Text,
        /// Huvudman eller myndighet som berörs.
        "huvudman" => responsible: Text,
        /// Till vem bristen har rapporterats.
        "rapporterad_till" => reported_to: Option<Text>,
        /// Vad som har hänt sedan dess.
        "åtgärd" => outcome: Option<Text>,
    }
}
