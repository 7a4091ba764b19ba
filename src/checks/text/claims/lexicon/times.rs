//! Times, as far as words go.

use super::{When, Word};

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Time(When::This),
        "under året|året|helåret|hela året|hela verksamhetsåret|någon gång under året|\
         året som helhet|under årets lopp|under loppet av året|den här perioden",
    ),
    (
        Word::Time(When::Now),
        "under det senaste året|det senaste året|senaste året|i år|årets|det gångna året|gångna året|gångna årets|verksamhetsåret|verksamhetsårets|\
         detta år|det här året|det aktuella året|redovisningsåret|rapportåret|redovisade året|\
         det redovisade året|året som gått|året som gick|nuvarande nivå|i dag|idag|nu",
    ),
    (
        Word::Time(When::Before),
        "förra redovisningen|föregående redovisning|den förra redovisningen|\
         den senaste redovisningen|senaste redovisningen|förra årsskiftet|årsskiftet innan|\
         året innan|året före|året dessförinnan|föregående år|föregående års|föregående året|\
         förra året|förra årets|i fjol|fjolåret|fjolårets|fjol|närmast föregående år|\
         året tidigare|ett år tidigare|föregående verksamhetsår|föregående verksamhetsårs|\
         förra verksamhetsåret|föregående årets|föregående period|fjor|fjorårets|i fjor|\
         tidigare år|år före|året innan dess|för ett år sedan|ett år sedan",
    ),
    (
        Word::Time(When::Other),
        "våren|hösten|sommaren|vintern|höstterminen|vårterminen|vårens|höstens|kvartalet|kvartal|\
         kvartalen|halvåret|halvår|halvårsskiftet|årsskiftet|nästa år|kommande år|\
         nästkommande år|det kommande året|framöver|veckan|veckor|månaden|månader|månad|dagen|\
         hittills|sedan start|genom åren|nästa års|kommande|framtiden|mars|april|maj|juni|juli|\
         augusti|september|oktober|november|januari|februari|december|vår|höst|sommar|sommarens|\
         tidigare|perioden|tertialet|tertial|mandatperioden|decennium|decenniet|årsskifte|\
         mätdagen|sedan starten|dagligen|pandemin",
    ),
    (Word::Since, "sedan|alltsedan|från och med"),
    (Word::EveryYear, "för varje år|varje år|år för år|år från år|oavbrutet|varje år under"),
    (
        Word::RecentYears,
        "de senaste åren|under de senaste åren|de senaste två åren|de senaste tre åren|\
         de senaste fyra åren|de senaste fem åren|över tid|under flera år|flera år|\
         under en följd av år|under perioden|hela perioden|under hela perioden|under senare år|\
         på senare år|senare år|de två senaste åren|de tre senaste åren|de fyra senaste åren|\
         de fem senaste åren|stadigt|kontinuerligt|successivt|långsiktigt|flera år i rad",
    ),
    (Word::InARow, "året i rad|året i följd|år i rad|år i följd|gången i rad|raka året|raka år"),
];
