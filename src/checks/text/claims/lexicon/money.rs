//! What an amount of kronor is said to be.

use super::{Purpose, Word};
use crate::measures::{APPLIED_FOR, GRANTED, OWN_FUNDS, TOTAL_COST, UNUSED, USED};

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Money(Purpose::Of(GRANTED)),
        "bevilja-|tilldela-|erhöll|erhållit|mottog|mottagit|tilldelning|beslutade bidraget|\
         fick kommunen|fått i bidrag|fick i statsbidrag|fick i bidrag|fick i stöd|utbetald-|\
         betalades ut|betalats ut|betalade ut|utbetalning-|rekvirera-",
    ),
    (
        Word::Money(Purpose::Of(USED)),
        "använt|använts|användes|använde|användning|användningen|använda|förbruka-|nyttja-|\
         utnyttja-|gått åt|gick åt|upparbeta-|tagits i anspråk|togs i anspråk",
    ),
    (
        Word::Money(Purpose::Of(UNUSED)),
        "oförbruka-|inte använts|inte har använts|inte använt|inte använda|ej använda|outnyttja-|\
         inte förbrukats|inte nyttjats|återstår|återstod|återstående|återbetala-|\
         betalas tillbaka|betala tillbaka|återbetalning-|överskott|överskottet|överblivna|\
         blev över|lämnas tillbaka|ej förbruka-|inte utnyttja-|kvarstående medel|outnyttjat|\
         återlämna-|återföra-|inte förbruka-|blivit över|ej använts|inte användes",
    ),
    (
        Word::Money(Purpose::Of(OWN_FUNDS)),
        "kommunens egen insats|nämndens egen insats|egna medel|egna medlen|nämndernas egna medel|kommunernas egna medel|nämndens egna medel|\
         kommunens egna medel|nämndens egna kostnader|kommunens egna kostnader|\
         nämndens egen kostnad|kommunens egen kostnad|egna pengar|stadens egna medel|\
         stadens egna|egen insats|egen finansiering|egna kostnader|egen kostnad|egen del|\
         sköt till|skjutit till|skjuter till|tillskjut-|kommunala medel|medfinansiering|\
         medfinansieringen|självfinansiering|kommunens kostnad|kommunens kostnader|\
         nämndens kostnad|nämndens kostnader|nämndens egna|kommunens egna|egna|kommunens andel|\
         kommunens del|nämndens del|kommunens insats|egeninsats|egeninsatsen|nämndens budget|\
         förvaltningens egna|förvaltningens budget|inom ram|kommunalt finansierat|kommunbidrag-|\
         nettokostnad-|egenfinansiering-|nämndens andel|kommunal medfinansiering|\
         kommunens tillskott|kommunen för|nämnden för|står kommunen|står nämnden|stod kommunen|\
         stod nämnden|bidrar kommunen|bidrog kommunen|kommunernas egna|ur egen budget|\
         egen budget|ur egen ram|skattemedel",
    ),
    (
        Word::Money(Purpose::Of(TOTAL_COST)),
        "total kostnad|totala kostnad|totala kostnaden|totala kostnaderna|sammanlagda kostnad|\
         sammanlagda kostnaden|sammanlagda kostnaderna|totalkostnad|totalkostnaden|\
         kostade totalt|totalt kostade|kostade sammanlagt|kostnaden totalt|verksamhetens kostnad|\
         verksamhetens kostnader|kostnaden för verksamheten|kostnaderna för verksamheten|\
         kostade verksamheten|verksamheten kostade|omslutning|omslutningen|\
         verksamhetens samlade kostnad|samlade kostnad|samlade kostnaden|samlade kostnaderna|\
         verksamhetens totala|verksamhetens totalkostnad|bruttokostnad|bruttokostnaden|omsatte|\
         omsätter|totalbudget|totalbudgeten",
    ),
    (
        Word::Money(Purpose::Of(APPLIED_FOR)),
        "ansöker|ansöks|ansökt|ansökte|söker|sökt|sökte bidrag|söks|sökta|ansökan|ansökans|\
         ansökningen|ansökas|ansöka|söka|äskar|äskas|begär|begärs",
    ),
    (
        Word::Money(Purpose::PerPost),
        "per heltid|per heltidstjänst|per årsanställning|per tjänst|per helårstjänst|\
         för en heltid|för varje heltid|per heltidsanställning|för varje heltidstjänst|\
         per årsarbetare|för en heltidstjänst|varje heltidstjänst|varje heltid|\
         varje årsanställning|schablonbelopp|schablonbeloppet|schablonen|schablon|bidragsnivån|\
         nivån på bidraget|nivån för|per hel tjänst|för en årsanställning|\
         för varje årsanställning",
    ),
    (
        Word::Money(Purpose::Grant),
        "bidrag|bidraget|bidragets|statsbidrag|statsbidraget|statsbidragets|statsbidragen|\
         statliga bidraget|statliga medel|bidragsmedel|bidragsmedlen|statsbidragsmedel",
    ),
    (
        Word::Money(Purpose::Cost),
        "kostnad|kostnaden|kostnader|kostnaderna|kostade|kostat|kostar|utgifter|utgifterna",
    ),
    (Word::Granter, "länsstyrelsen|länsstyrelsens|staten|statens"),
    (
        Word::Entirely,
        "hela|i sin helhet|fullt ut|till fullo|i dess helhet|helt och hållet|hela beloppet",
    ),
];
