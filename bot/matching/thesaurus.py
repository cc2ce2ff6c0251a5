"""General English for questions about news: words and phrases that mean nearly the same when somebody asks.

`GROUPS` maps the name of a sense to its words and phrases: base forms in small letters, compared by stem, irregular
forms being led back to their base elsewhere. A word stands in one group only, in the sense that a question about news
most likely has. Left out are words whose senses lie too far apart (right, case) and pairs that tell one question from
another (rise and fall, build and pay, rocket and drone). Where one stem has two senses, the likelier one has it:
"publication" is the act of publishing, "authors" are journalists. Nothing here belongs to any one report: its own names
and words are terms of its pack's glossary. Phrases with a question word in them (how many, which day) stay out: what
kind of answer is asked for is read off that word. The groups are our own choice, written for this project.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# One group a line: the sense, a colon, its words divided by commas. Lines that begin with # head a section.
_TABLE = """
# why, what for, and what came of it
reason: cause, reason, motive, rationale, explanation, how come, what for, account for
trigger: trigger, prompt, spark, provoke, set off, bring about, give rise to, precipitate, unleash, lead to
purpose: purpose, aim, goal, objective, intention, intend, aspire, be meant to, set out to, try to achieve
result: result, outcome, consequence, effect, aftermath, impact, upshot, repercussion, fallout, end up
origin: origin, come from, stem from, derive, hail from
depend: depend, hinge, rely, rest on
justify: justify, pretext, justification, warrant, legitimise, legitimize
benefit: benefit, gain, profit, advantage, reap, upside, boon
interest: interest, stake, stand to gain, have at stake
blame: blame, responsible, culprit, perpetrator, carry out, behind
accuse: accuse, allege, point the finger

# up, down, first, last
increase: increase, rise, grow, climb, surge, spike, uptick, escalate, intensify, soar, go up, pick up, step up
decrease: decrease, decline, fall, drop, dwindle, lessen, go down, scale back, cut back, ease off, die down, shrink
worsen: worsen, deteriorate, get worse, go downhill, aggravate, exacerbate
improve: improve, get better, enhance, upgrade, bounce back
change: change, alter, shift, vary, transform, evolve
trend: trend, pattern, tendency, trajectory
begin: begin, start, commence, outset, onset, kick off, get under way, embark, set in motion
end: end, finish, conclude, cease, terminate, come to an end, wind up, wrap up
continue: continue, go on, persist, carry on, keep on, keep up, remain, ongoing, endure, last long
cancel: cancel, call off, scrap, abort, revoke
pause: pause, suspend, halt, interrupt, hold off, put on hold, break off, freeze
expand: expand, extend, widen, broaden, enlarge, spread, branch out, stretch
limit: limit, restrict, confine, curb, curtail, rein in, restrain, contain, constrain
first: first, earliest, initial
final: final, ultimate, eventual
previous: previous, earlier, prior, former, preceding, beforehand, come before, ex
follow: follow, ensue, subsequent, come after, in the wake, thereafter, afterwards
repeat: repeat, recur, time and again, repetition, once more

# how many, how often, how far
number: number, count, total, tally, statistic, toll
amount: amount, quantity, volume, sum
size: size, scale, extent, magnitude, scope, dimension
big: big, large, huge, massive, major, sizeable, sizable, enormous, vast
small: small, little, modest, tiny, slight, handful
often: often, frequent, frequency, rate, regular, habitual, constant, commonplace, routine
rare: rare, seldom, infrequent, sporadic, scarce, occasional, hardly ever, once only
usual: usual, typical, normal, customary, traditional, ordinarily, standard, conventional
percent: percent, percentage, proportion, share of, fraction
part: part, portion, segment, component, section
complete: complete, entire, whole, full, thorough, comprehensive
enough: enough, sufficient, adequate, suffice
exact: exact, precise, specific, particular, detail, concrete
approximate: approximate, roughly, estimate, ballpark, give or take
distance: distance, kilometre, kilometer, mile, range
near: near, close to, nearby, next to, in the vicinity, adjacent, proximity
far: remote, distant, far away, faraway, far from

# when
time: time, moment, point in time, hour
period: period, span, stretch of time, duration, phase, spell
recent: recent, latest, these days, nowadays, of late, newly, current, at the moment
soon: soon, shortly, imminent, upcoming, before long, around the corner, forthcoming, looming
past: past, history, historical, back then, in the old days, bygone, until now, so far, last
future: future, next, ahead, in store, down the road, what lies ahead
week: week, fortnight, weekend
day: day, daily, overnight
winter: winter, wintertime, wintry, cold season
summer: summer, summertime, summery, hot season
delay: delay, postpone, put off, late, overdue, hold up, belated
deadline: deadline, timetable, schedule, timeframe, timeline, time limit

# where
place: place, location, site, whereabouts, venue
area: area, region, middle east, zone, territory, province, district, sector, patch, turf, swath, belt
country: country, nation, homeland, motherland
neighbour: neighbour, neighbor, next door
border: border, frontier, boundary, borderland, perimeter, demarcation
city: city, town, municipality, urban, village, settlement, hamlet, community
mountain: mountain, highland, hill, peak, hilltop, ridge, massif
desert: desert, wasteland, steppe, arid
plain: plain, lowland, flatland
north: north, northern, northward, up north
south: south, southern, southward, down south
east: east, eastern, eastward
west: west, western, westward
inside: inside, internal, domestic, interior, home front, at home
abroad: abroad, overseas, external, outside the country, foreign, cross border, beyond the border
ground: ground, land, soil, terrain, onshore
road: road, route, highway, corridor, path, passage, supply line
bridge: bridge, link, connect, tie, relation, relationship, linkage, association, nexus
stronghold: stronghold, bastion, hideout, heartland, hideaway, redoubt, haven, lair, sanctuary
map: map, geography, geographic, cartography

# people and their roles
people: people, population, inhabitant, resident, local
civilian: civilian, citizen, noncombatant, bystander, ordinary people
leader: leader, head, chief, boss, commander, ruler, chairman, in charge, at the helm
president: president, head of state, presidential
premier: prime minister, premier, premiership, head of government, pm
minister: minister, ministry, secretary, ministerial
official: official, functionary, officeholder, civil servant, bureaucrat, officialdom
spokesperson: spokesperson, spokesman, spokeswoman, mouthpiece, press officer
expert: expert, analyst, pundit, specialist, scholar, researcher, academic, think tank
envoy: envoy, ambassador, diplomat, emissary, ambassadorial
intelligence: intelligence, spy, espionage, spook, intel, secret service, intelligence agency, intelligence service
inspector: inspector, watchdog, auditor, ombudsman, oversight, overseer, audit
soldier: soldier, troop, serviceman, servicemen, personnel, trooper, infantry, servicewoman
military: military, army, armed forces, security forces, regiment, brigade, battalion
fighter: fighter, gunman, gunmen, militant, guerrilla, guerilla, insurgent, rebel, partisan, separatist
militia: militia, militiaman, militiamen, paramilitary, armed group, armed faction, irregulars
proxy: proxy, surrogate, satellite, client group, puppet, stooge, affiliate, offshoot, front group
group: group, organisation, organization, faction, outfit, movement, band, network
ally: ally, partner, friend, bedfellow, comrade, sidekick, on the same side, accomplice
enemy: enemy, foe, rival, opponent, adversary, nemesis, competitor, antagonist, rivalry
sponsor: sponsor, patron, backer, benefactor, godfather, paymaster, string puller
government: government, cabinet, administration, capital, regime, governmental, state authority
parliament: parliament, lawmaker, legislature, congress, senator, assembly, deputy, mp
politician: politician, politics, statesman, candidate, political party, bloc
victim: victim, casualty, martyr, sufferer
prisoner: prisoner, detainee, captive, hostage, inmate
refugee: refugee, migrant, asylum seeker, displaced, exile
veteran: veteran, experienced, seasoned, battle hardened, senior, old hand
member: member, membership, belong, cadre
recruit: recruit, enlist, sign up, conscription, mobilise, mobilize
journalist: journalist, reporter, author, correspondent, columnist, write, byline, pen
newspaper: newspaper, outlet, press, media, website, magazine, news agency, news site
name: name, identity, identify, called, known as, go by, title, nickname, label

# fighting
attack: attack, strike, hit, bombard, shell, raid, target, assault, fire, shoot, lob, pound, go after, aim at
airstrike: airstrike, air strike, air raid, bomb, warplane, jet, bombing run, aerial bombing, from the air
barrage: barrage, salvo, volley, hail of, broadside
explode: explode, explosion, blow up, detonate, go off
kill: kill, die, fatality, slain, slay, lethal, deadly, take the life, perish, lose their life
murder: assassinate, murder, execute
wound: wound, injure, hurt, injury, maim, harm
damage: damage, destroy, wreck, devastate, ruin, sabotage, demolish, destruction, smash, knock out, raze
fight: fight, battle, combat, clash, skirmish, confront, engage in combat, firefight, come to blows
war: war, conflict, warfare, hostility, armed conflict
operation: operation, campaign, offensive, push, incursion, manoeuvre, maneuver, sweep
invade: invade, invasion, intrude, intrusion, trespass, march into
occupy: occupy, occupation, seize, capture, take over, conquer, overrun, take control
defeat: defeat, beat, vanquish, crush, collapse, downfall, demise, overthrow, topple
win: win, victory, triumph, prevail, come out on top
fail: fail, failure, flop, fall short, unsuccessful, fall through, fruitless
succeed: succeed, success, pull off, manage, accomplish, achieve, work out, pay off
retaliate: retaliate, revenge, reprisal, avenge, hit back, strike back, payback, retaliatory, get back at, tit for tat
ambush: ambush, trap, booby trap, landmine, roadside bomb, ied
surround: surround, encircle, besiege, siege, hem in, ring, cut off, box in, enclose
deploy: deploy, send, dispatch, despatch, station, send in, rush in, move up
presence: presence, footprint, foothold, contingent, boots on the ground
withdraw: withdraw, pull out, leave, pull back, depart, retreat, go home, evacuate, clear out, exit
expel: expel, remove, dislodge, evict, oust, push out, drive out, kick out, get rid of, force out, uproot, chase out
chase: hunt, chase, track down, hunt down, go in pursuit
defend: defend, shield, protect, guard, safeguard, defence, defense, protector, stand up for, stick up for
fortify: fortify, strengthen, reinforce, seal, bolster, beef up, shore up, harden, tighten, fortification
build: build, install, construct, erect, put up, set up, establish, create
weaken: weaken, undermine, erode, cripple, degrade, hollow out, sap, debilitate
threaten: threaten, warn, vow, menace, threat, ultimatum, swear to
deter: deter, dissuade, prevent, stop, discourage, ward off, fend off, deterrent, keep from, scare off
block: block, obstruct, hinder, hamper, thwart, foil, stand in the way, stymie, impede
arrest: arrest, detain, jail, imprison, lock up, custody, apprehend
escape: escape, flee, run away, get away, slip away
hide: hide, conceal, cover up, disguise, camouflage, mask
smuggle: smuggle, traffic, sneak, contraband, smuggler, infiltrate
cross: cross, traverse, transit, pass through
move: move, relocate, transfer, shuttle, travel, go between

# siding with, siding against
cooperate: cooperate, collaborate, coordinate, team up, work together, join forces, join hands, collude, act together
alliance: alliance, partnership, marriage of convenience, axis, coalition, entente, league, tie up, pairing
support: support, help, assist, aid, back, lend a hand, prop up, abet, stand by, contribute
train: train, drill, coach, teach
supply: supply, provide, equip, deliver, furnish, hand over, shipment, donate, kit out
pay: pay, fund, finance, bankroll, foot the bill, subsidise, subsidize, subsidy, underwrite, pick up the tab
cost: cost, price, expenditure, budget, bill, spend
money: money, dollar, cash, sum of money, currency
own: own, possess, have at their disposal, ownership, property, belong to, owner
control: control, dominate, hold sway, call the shots, in the hands, rule, grip
influence: influence, sway, clout, leverage, pull strings, meddle, interfere
obey: obey, comply, take orders, abide, toe the line, submit, subordinate, loyal
resist: resist, defy, push back, pushback, defiance, withstand, stand up to, rebuff
autonomy: autonomy, independence, autonomous, self rule, self government, freedom to act
violate: violate, breach, infringe, break the law, flout
demand: demand, insist, call for, urge, request, appeal, press for, exhort
order: order, direct, instruction, mandate
allow: allow, permit, permission, approve, green light, sign off, consent, let happen
ban: ban, forbid, prohibit, outlaw, blacklist, sanction, embargo, illegal
refuse: refuse, reject, decline to, turn down, rule out, deny
agree: agree, accept, consensus, concur, on board, see eye to eye
oppose: oppose, disagree, resent, opposition, take issue
negotiate: negotiate, mediate, broker, bargain, dialogue, haggle, hold talks, peace talks
deal: deal, treaty, pact, agreement, accord, bilateral agreement, arrangement
truce: truce, ceasefire, cease fire, armistice, peace, disarm, lay down arms, lay down their arms
tension: tension, friction, strain, unease, bad blood, frayed, acrimony
dispute: row, spat, fuss, dispute, quarrel, storm, feud, controversy, uproar, standoff
protest: protest, demonstrate, rally, riot, unrest, march against, street protest
betray: betray, double cross, stab in the back, treachery, traitor, turn against
compete: compete, vie, outdo, competition, contest, jostle, contend
replace: replace, substitute, supplant, take the place, successor, swap
abandon: abandon, give up, drop the idea, ditch, forsake, walk away

# further acts
use: use, employ, utilise, utilize, wield, resort to, make use of
exploit: exploit, take advantage, cash in, seize on
stay: stay, stay put, linger, stick around
pressure: pressure, squeeze, lean on, coerce, coercion, twist arms, compel
divide: divide, split, rift, division, schism, fracture, wedge
unite: unite, unify, merge, integrate, unity, merger, band together
unnamed: unnamed, anonymous, nameless, unidentified, faceless
tolerate: tolerate, put up with, acquiesce, condone, stomach, look the other way
visit: visit, trip, tour, delegation, stopover
opportunity: opportunity, prospect, leeway, chance to, window of opportunity
distract: distract, divert, diversion, smokescreen, take attention away
provocation: provocation, goad, taunt, bait
isolate: isolate, sideline, marginalise, marginalize, ostracise, cast out
monitor: track, watch, keep an eye, keep tabs, follow closely, scrutiny, scrutinise, scrutinize

# saying
say: say, state, claim, remark, comment, mention, tell, speak, assert, talk, note, quote, in the words
announce: announce, declare, unveil, reveal, make public, proclaim, go public, disclose
publish: publish, release, issue, come out, put out, print, appear in print, post online, publication
criticise: criticise, criticize, slam, condemn, denounce, complain, blast, lash out, rebuke, decry, deplore, complaint
unpopular: unpopular, disliked, ill received, frowned upon, detested
praise: praise, hail, applaud, commend, welcome, compliment
admit: admit, acknowledge, confess, concede, own up, claim responsibility
answer: answer, respond, reply, react, reaction, retort
describe: describe, depict, portray, characterise, characterize
argue: argue, debate, discuss, make the case
promise: promise, pledge, commit, guarantee, assure, give their word
propaganda: propaganda, rhetoric, narrative, message, spin, disinformation, talking point
lie: lie, mislead, deceive, false, untrue, fake, falsehood, bogus, fabricate
report: dossier, document, paper, study, bulletin, memo, file, write up
summary: summary, sum up, summarise, summarize, overview, gist, recap, in a nutshell, tl dr, main point, key takeaway
topic: topic, subject, theme, deal with, cover
source: source, cite, citation, reference, attribute, provenance
translate: translate, language, in english
define: define, definition, stand for, meaning, spell out, acronym, abbreviation

# thinking and knowing
believe: believe, think, reckon, judge, assess, consider, deem, view, opinion, judgement, judgment, regard
predict: predict, expect, forecast, anticipate, foresee, prognosis, outlook, foretell
suspect: suspect, speculate, rumour, rumor, suspicion, hearsay, gossip, surmise, whisper, conjecture
doubt: doubt, skeptical, sceptical, unconvinced, cynical, dubious
indicate: indicate, suggest, hint, imply, point to, sign, signal, insinuate
prove: prove, proof, evidence, confirm, verify, corroborate, substantiate, bear out, smoking gun
certain: certain, sure, confident, undoubtedly, certainty, for sure
likely: likely, probable, likelihood, plausible, chances are, in all likelihood
unclear: unclear, uncertain, vague, murky, unknown, ambiguous, up in the air, uncertainty
aware: aware, knowledge, informed, in the loop
ignore: ignore, overlook, disregard, turn a blind eye, neglect, brush aside
decide: decide, decision, choose, resolve, opt, make up their mind, choice, determine
plan: plan, plot, scheme, strategy, prepare, tactic, blueprint, ploy, roadmap
pursue: seek, pursue, look for, search, quest, go looking
try: try, attempt, effort, endeavour, endeavor, strive, bid
avoid: avoid, evade, steer clear, shun, dodge, sidestep
learn: learn, discover, find out, hear about, detect, uncover
notice: see, notice, observe, witness, visible
show: show, display, exhibit, illustrate, showcase
fear: fear, worry, afraid, concern, anxious, alarm, scared, dread, apprehension, nervous, uneasy
anger: anger, angry, furious, outrage, annoy, irritate, upset, mad at, rage, infuriate, grievance
hope: hope, wish, desire, keen, eager, long for
trust: trust, faith, reliable, trustworthy
compare: compare, comparison, versus, relative to, contrast
differ: differ, distinct, distinguish, dissimilar, set apart, gap between, diverge
same: similar, alike, equal, resemble, equivalent
common: common, shared, joint, mutual, collective, in common
focus: focus, concentrate, emphasis, emphasise, emphasize, attention, centre on, center on

# things
weapon: weapon, arms, munition, weaponry, ammunition, arsenal, firepower, armament, ordnance, military hardware
rocket: rocket, missile, projectile, katyusha, mortar round, artillery
drone: drone, uav, unmanned aircraft, unmanned aerial vehicle, quadcopter, uas, remotely piloted
tank: tank, armour, armor, armoured vehicle, armored vehicle
wall: wall, barrier, fence, trench, barricade, barbed wire, rampart, earthwork, berm
camera: camera, surveillance, sensor, monitor, cctv, watchtower, thermal imaging, lookout
base: base, outpost, camp, garrison, compound, barracks, military post, encampment, facility
embassy: embassy, consulate, diplomatic facility, diplomatic mission, diplomatic site, diplomatic compound, legation
pipeline: pipeline, pipe, conduit, oil line, gas line
oil: oil, crude, petroleum, barrel, energy export, oilfield
export: export, trade, sell abroad, commerce, shipping, ship abroad
economy: economy, economic, market, business, industry
company: company, firm, corporation, enterprise, consultancy, work for
vehicle: vehicle, car, truck, convoy, lorry, pickup truck
plane: plane, aircraft, airplane, helicopter, air force, aviation
photo: photo, picture, photograph, video, footage, screenshot
election: election, vote, poll, ballot, electoral, voter, go to the polls
law: law, legal, legislation, statute, court, lawsuit
rights: human rights, civil liberty, abuse, atrocity, war crime
terrorist: terrorist, terrorism, extremist, extremism, jihadist, jihadi
designation: designation, classify as, brand as, listed, classification
crime: crime, criminal, felony
image: image, reputation, standing, popularity, prestige, credibility, legitimacy, credentials
ideology: ideology, worldview, belief, doctrine, creed, conviction, values, school of thought, dogma
religion: religion, religious, sect, sectarian, faith community, denomination
minority: minority, ethnic, tribe, ethnic group, tribal
sovereignty: sovereignty, sovereign, territorial integrity, nationhood, self determination
power: power, strong, strength, force of arms, muscle
capability: capability, capacity, ability, able
danger: danger, risk, peril, hazard, unsafe, risky, precarious
crisis: crisis, emergency, turmoil, chaos, instability, unstable, mess
problem: problem, trouble, difficulty, obstacle, challenge, headache, issue at hand, setback, hurdle
role: role, part played, involvement, participate, take part, play a part
example: example, instance, case in point
event: event, incident, happen, occur, take place, episode, occurrence
situation: situation, circumstance, condition, context, backdrop, state of affairs, status, state of play
lesson: implication, takeaway, lesson
series: series, string of, wave, spate, sequence
version: version, edition, variant, copy, full text

# qualities
strange: strange, odd, unlikely, surprising, unexpected, weird, unusual, peculiar, bizarre, improbable
secret: secret, classified, covert, clandestine, confidential, behind closed doors, undercover, behind the scenes, hush
open: openly, overt, transparent, out in the open, unclassified, declassified
quiet: quiet, calm, lull, tranquil, quieten, respite, breathing space
safe: safe, safety, security, out of danger
important: important, matter, significant, key, crucial, vital, essential, big deal, core, central
new: new, fresh, newcomer, novel, emerge, newborn, brand new, unheard of, previously unknown, newly formed, first time
old: old, ancient, long standing, longstanding, age old, decades old
expensive: expensive, pricey, overpriced
cheap: cheap, inexpensive, affordable, low cost
easy: easy, simple, effortless, straightforward, handy, convenient
hard: hard, difficult, tough, tricky, arduous, uphill
quick: fast, rapid, swift, speedy, speed
true: true, real, genuine, truth, factual, correct, accurate, actual
wrong: wrong, mistake, error, incorrect, inaccurate, mistaken
violent: violent, violence, bloody, brutal, bloodshed, aggression, aggressor
temporary: temporary, short lived, short term, fleeting, interim
permanent: permanent, long term, for good, forever, indefinite
main: main, principal, primary, foremost, top, mostly, primarily, chiefly, predominantly
alone: alone, single, sole, solo, by themselves, lone, single handed
together: together, side by side, hand in hand, in tandem, in concert
"""


def _groups(table: str) -> dict[str, tuple[str, ...]]:
    """Read the table; of a sense named twice the last line counts (a test forbids it)."""
    lines = (line.partition(": ") for line in table.splitlines() if line and not line.startswith("#"))
    return {sense: tuple(words.split(", ")) for sense, _, words in lines}


GROUPS: Mapping[str, tuple[str, ...]] = _groups(_TABLE)
