"""Every country and its people, by the words that English has for them: naming one is a claim about it."""

from __future__ import annotations

# The members of the United Nations, with a few that are not and some unions, each with its people.
NATIONS = frozenset(
    """
    afghanistan afghan albania albanian algeria algerian andorra andorran angola angolan argentina argentine
    argentinian armenia armenian australia australian austria austrian azerbaijan azerbaijani azeri bahamas bahamian
    bahrain bahraini bangladesh bangladeshi barbados barbadian belarus belarusian belgium belgian belize belizean
    benin beninese bhutan bhutanese bolivia bolivian bosnia bosnian herzegovina botswana brazil brazilian brunei
    bruneian bulgaria bulgarian burkina faso burundi burundian cambodia cambodian cameroon cameroonian canada canadian
    chad chadian chile chilean china chinese colombia colombian comoros comorian congo congolese croatia croatian
    croat cuba cuban cyprus cypriot czechia czech denmark danish dane djibouti djiboutian dominica dominican ecuador
    ecuadorian egypt egyptian salvador salvadoran eritrea eritrean estonia estonian eswatini swazi ethiopia ethiopian
    fiji fijian finland finnish finn france french gabon gabonese gambia gambian georgian germany german ghana
    ghanaian greece greek grenada grenadian guatemala guatemalan guinea guinean guyana guyanese haiti haitian honduras
    honduran hungary hungarian iceland icelandic icelander india indian indonesia indonesian iran iranian iraq iraqi
    ireland irish israel israeli italy italian jamaica jamaican japan japanese jordanian kazakhstan kazakh kenya
    kenyan kiribati korea korean kosovo kosovar kuwait kuwaiti kyrgyzstan kyrgyz laos laotian latvia latvian lebanon
    lebanese lesotho liberia liberian libya libyan liechtenstein lithuania lithuanian luxembourg madagascar malagasy
    malawi malawian malaysia malaysian maldives maldivian mali malian malta maltese mauritania mauritanian mauritius
    mauritian mexico mexican micronesia moldova moldovan monaco mongolia mongolian montenegro montenegrin morocco
    moroccan mozambique mozambican myanmar burmese namibia namibian nauru nepal nepalese netherlands dutch zealand
    nicaragua nicaraguan nigerien nigeria nigerian macedonia macedonian norway norwegian oman omani pakistan pakistani
    palau palestine palestinian panama panamanian papua paraguay paraguayan peru peruvian philippines philippine
    filipino poland portugal portuguese qatar qatari romania romanian russia russian rwanda rwandan samoa samoan saudi
    senegal senegalese serbia serbian serb seychelles singapore singaporean slovakia slovak slovenia slovenian somalia
    somali spain spanish lanka lankan sudan sudanese suriname surinamese sweden swedish swede switzerland swiss syria
    syrian taiwan taiwanese tajikistan tajik tanzania tanzanian thailand thai timor togo togolese tonga tongan
    trinidad tobago tunisia tunisian turkey turkish turk turkmenistan turkmen tuvalu uganda ugandan ukraine ukrainian
    emirates emirati uae britain british england english uruguay uruguayan uzbekistan uzbek vanuatu vatican venezuela
    venezuelan vietnam vietnamese yemen yemeni zambia zambian zimbabwe zimbabwean nato eu un unesco scotland scottish
    wales welsh
    """.split()
)


def nation(word: str) -> bool:
    """Whether a folded word names a country or its people, in the singular or plural."""
    return word in NATIONS or (word.endswith("s") and word[:-1] in NATIONS)
