//! Verbs, and words that say nothing about who is counted.

use super::Word;

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Service,
        "gavs|getts|kontakterna|når|tar kontakt|tog kontakt|tagit kontakt|ta kontakt|söker stöd|sökte stöd|sökt stöd|\
         kontakt|kontakten|aktuellt|kontakter|stöd|stödet|hjälp|hjälpen|stöttning|företräd-|\
         insats|insatsen|insatser|insatserna|stöttade|stöttat|stödde|stött|hjälpte|hjälpt|mötte|\
         mött|möter|träffade|träffat|träffar|följde|följt|nådde|nått|nåddes|biträdde|biträtt|\
         tog emot|tagit emot|tar emot|arbetade|arbetat|arbetar|handlade|handlagt|gav|gett|ge|ger|\
         bistod|bistått|bistods|stöds|stöttas|stöttades|betjänade|betjänats|omfattade|omfattat|\
         omfattar|omfattades|aktualiserades|aktualiserats|aktualiserade|tog del|tagit del|\
         tar del|ta del|stödinsats|stödinsatser|del av stödet|haft ombud|hade ombud|har ombud|\
         erhöll stöd|kontakten med|besök|besökte|vände sig|vänt sig|vänder sig|sökte sig|\
         sökt sig|hörde av sig|hört av sig|relation|relationer|anlitade|anlitat|utnyttjade|\
         nyttjade",
    ),
    (Word::ThereIs, "det finns en|det finns|det fanns en|det fanns"),
    (Word::Who, "som"),
    (
        Word::Verb,
        "hade|har|haft|fick|får|är|var|blev|blir|kom|kommer|gick|går|fanns|finns|utgör|utgjorde|\
         uppgår|uppgick|motsvarar|motsvarade|bestod|består|står|stod|låg|ligger|bor|bodde|sökte|\
         gällde|gäller|rörde|rör|togs|tog|gjordes|uppgav|redovisades",
    ),
    (
        Word::Neutral,
        "uppgavs|upptagningsområdet|upptagningsområde|åldersfördelning|områdesfördelning|stadsdelsnämndens|kommunstyrelsens|omsorgsnämndens|socialnämndens|svårigheter med|problem med|bekymmer med|frågor kring|frågor som rör|ärenden om|\
         ärenden hos|ärenden som rör|på väg|redovisade|posten|posterna|liksom tidigare år|\
         liksom föregående år|liksom under de båda föregående åren|liksom de föregående åren|\
         liksom i fjol|liksom året innan|liksom året före|liksom tidigare|ligger kvar som|\
         låg kvar som|hörde|hör|bodde|konsekvenser för barn|fastställt|fastställd|fastställde|\
         föranleds|föranleddes|föranledd|föranledda|enligt socialstyrelsens beslut|\
         enligt socialstyrelsens beräkning|enligt länsstyrelsens beslut|enligt beslut|\
         stadsdelsförvaltningens|socialförvaltningens|omsorgsförvaltningens|sammantagna|\
         att stödja|att företräda|alltjämt|orsakade|uppgivits|angetts som|att komma till|att nå|\
         däremot|dock|allra|oss|till oss|hit|lotsade|lotsar|belastat|belastade|drog|utslaget|\
         tar upp|tas upp|åt|numera|alltjämt|gamla|bakom|hittar|hittade|hör hemma|bosatta|befann|\
         befinner|mellangruppen|in|fortsätter att|fortsatt att|fortsatte att|dess|glädjande nog|\
         behöver|behövs|deltid|halvtid|samverkar|samverkat|samverkade|samarbetar|delfinansiering|\
         finansiering|finansieringen|man|sig|söker sig|sökte sig|sökt sig till|stycken|st|\
         till att|en del av|en del|del|vända|vända sig|efterfrågades|efterfrågas|efterfrågats|\
         efterfrågade|förmedlade|förmedlat|förmedlar|rapporterat|rapporterade|rapporterar|\
         delar på|delar|delade|uppmärksammade|redogörs|redogjorts|första|andelar|antalsmässigt|\
         fortsätter|fortsatte|pekar|konstateras|konstaterar|kan konstateras|kan noteras|\
         kan sägas|kan nämnas|mellan|bemanningen|bemanning|personalstyrkan|medel|medlen|pengar|\
         pengarna|summa|belopp|beloppet|egen|ville|vill ha|önskade|önskat|behövde|behövt|svarar|\
         svarade|svarat|står för|stod för|gjorts|görs|rapporterats|rapporterades|\
         rapporterats till|uppmärksammats|uppmärksammat|uppmärksammades|identifierats|\
         identifierat|identifierades|dokumenterats|lyfts fram|träffas|träffats|träffades|\
         sammanträder|sammanträtt|sammanträdde|möts|mötts|hållit|hölls|höll|hålls|täcker|täckte|\
         gemensam|gemensamt|gemensamma|socialstyrelsen|dvs|d|v|s|det vill säga|alltså|stadsdelens|ha|fått|få|varit|\
         vara|blivit|bli|funnits|finnas|kommit|gått|gjorde|gjort|gör|gör att|utgjort|utgöra|\
         uppgått|innebär|innebar|inneburit|redovisas|redovisar|redovisats|visar|visade|visat|\
         framgår|noterades|noteras|noterat|registrerades|registrerats|registreras|bestått|\
         landade|landar|landat|stått|legat|räknades|räknas|räknat|nämligen|alltså|sin|sitt|sina|\
         deras|vår|våra|vårt|vi|de|den|det|en|ett|han|hon|här|i|på|vid|för|om|under|hos|inom|\
         genom|via|så|ju|fortfarande|fortsatt|åter|igen|redan|bara|endast|enbart|blott|helt|just|\
         precis|exakt|någon|något|några|år|års|åren|personlig|personliga|personligt|verksamheten|\
         verksamhetens|verksamhet|verksamheter|enheten|enhetens|tjänsteutlåtandet|siffra|\
         statistiken|statistik|uppgift|uppgifter|uppgifterna|psykisk|psykiska|psykiskt|\
         funktionsnedsättning|funktionsnedsättningar|målgrupp|målgruppen|målgruppens|kommunen|\
         kommunens|nämnden|nämndens|förvaltningen|förvaltningens|stadsdelsnämnden|\
         stadsdelsförvaltningen|socialförvaltningen|socialnämnden|socialtjänstens regi|\
         helt eller delvis|delvis|boende|bott|hemma|hemmet|hemmahörande|tillhör|tillhörde|\
         tillhört|återfanns|återfinns|gällt|handlar|rört|avsåg|avser|avsett|sökt hjälp|\
         söker hjälp|uppger|angav|anger|angett|angavs|anges|angetts|behov|behovet|frågor om|\
         rörande|gällande|avseende|angående|beträffande|såsom|eget|rekommendation|hänvisades|\
         hänvisats|hänvisade|hänvisning|hänvisad|hänvisningar|aviserade|remitterades|remitterats|\
         förmedlades|slussades|tips|tipsades|skedde|skett|sker|tagits|tagit|ta|knöt|etablerade|\
         etablerades|upprättades|initierades|initierade|gruppens|följande|fördelning|\
         fördelningen|fördelade|fördelades|fördelar|fördelat|fördelas|siffrorna|siffermässigt|\
         resterande|övriga|övrig|andra|vilka|vilken|varvid|varit oförändrat|ändå|nog|totalt sett|\
         sett|sett till|båda|bägge|både|båda könen|nästan|procent av|klar|klart|tydlig|tydligt|\
         tydliga|markant|kraftig|kraftigt|kraftiga|betydligt|betydande|stor|stort|stora|liten|\
         svag|svagt|svaga|litet|lite|marginellt|marginell|marginella|rejält|rejäl|väsentligt|\
         avsevärt|måttligt|måttlig|samtidigt|därmed|visst|viss|grad|utsträckning|huvudsak|hand|\
         sammanfattningsvis|vad|vad gäller|när det gäller|vidare|slutligen|glädjande|tyvärr|\
         dessvärre|resultatet|resultat|utfallet|utfall|utveckling|utvecklingen|trend|trenden|\
         nivå|nivåer|period|könsuppdelad|könsuppdelat|uppdelat|uppdelad|uppdelade|fördelat på|\
         utifrån|detaljerad|redovisning|redovisningen|tabell|tabellen|diagram|diagrammet|nedan|\
         ovan|se|jfr|kl|dnr|volym|hjälpt till|helår|ärendemängd|sammanställning|\
         sammanställningen|plats|platsen|läge|läget|såg|ser|ut|följer|nedanstående|ovanstående|\
         ungefär lika|uppgiften|mätt|räknat i|antingen|enda|stannade|stannat|kunnat|kunna|\
         berörde|berördes|berör|berörda|således|upp|uppe|nere|ner|ned|sent|tidigt|hamnade|hamnar|\
         hamnat|årsvis|utav|samband|nämns|nämndes|nämnts|nämnde|lyfts|lyftes|lyfte|som tidigare|\
         liksom tidigare|precis som tidigare|precis som tidigare år|som tidigare år|lämnat|\
         lämnade|t|ex|lika",
    ),
];
