import { wordList } from './word-list.js'

export type Gender = 'male' | 'female'

/** The gender that a given name mostly has, among the commonest of English, Spanish, French, German and Arabic. */
export function genderOf(givenName: string): Gender | undefined {
  const lower = givenName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (MALE.has(lower)) return 'male'
  return FEMALE.has(lower) ? 'female' : undefined
}

/** Whether a word is a given name, of whatever gender. */
export function isGivenName(word: string): boolean {
  return genderOf(word) !== undefined || EITHER.has(word.toLowerCase())
}

const EITHER = wordList(
  'alexis andrea angel camille dominique jan jo joan jules lindsey marion nicola alex taylor jordan casey jamie morgan riley robin kim lee leslie pat chris sam terry tracy dana kelly stacy lindsay ashley lynn jean sasha kerry reince avery cameron',
)

const MALE = wordList(`
  aaron abdul abdullah abraham adam adolfo adrian ahmad ahmed al alan albert alberto alec alejandro alexander alexandre alexei alfonso alfred alfredo ali
  allan allen alonso alvin amir amos andre andreas andres andrew andy angelo anthony antoine anton antonio ari armando arnold arthur arturo augustus austin
  barack barney barry bart ben benedict benjamin bernard bernardo bernie bert bill billy blake bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno
  bryan bryce byron caleb calvin carl carlos carlo carter cary cecil cesar chad charles charlie chester christian christophe christopher chuck clarence claude clay clayton clifford
  clint clinton clive clyde cody cole colin conor connor conrad corey cory craig curt curtis cyril dale damian damon dan daniel danny darrell darren daryl dave david dean
  dennis denis derek derrick devin dexter diego dieter dimitri dmitri dmitry dominic don donald doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo
  edmund edward edwin eli elias elijah elliot elliott elmer elon emanuel emilio emmanuel enrique eric erik ernest ernesto ernie ethan eugene evan everett
  fabian felipe felix fernando fidel florian floyd francis francisco franco francois frank franklin fred freddie frederick friedrich gabriel gareth garrett gary gavin gene geoff
  geoffrey george gerald gerard gerhard gilbert gilberto giovanni giuseppe glen glenn gordon graham grant greg gregg gregory guido guillermo gus gustavo guy hal hamid hank hans harold harry
  harvey hasan hassan hector heinrich henri henry herbert herman homer horace howard hubert hugh hugo hussein ian ibrahim ignacio igor imran ira isaac isaiah ivan jack jackson jacob
  jacques jaime jake jakob jamal james jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johannes john johnny jon jonah
  jonas jonathan jorge jose josef joseph josh joshua juan julian julio julius jurgen justin kareem karl keith ken kenneth kent kevin khalid kirk kofi kurt kyle lance larry lars lawrence
  leo leon leonard leonardo leonid leroy lester levi lewis liam lincoln lloyd logan lorenzo lou louis lucas luca luigi luis luke luther mahmoud malcolm manuel marc marcel marcelo marco marcos
  marcus mario mark marshall martin marty marvin mason matt matteo matthew maurice mauricio max maxim maxwell mehmet mel michael michel miguel mikhail mike miles milo milton mitch mitchell mitt mohamed
  mohammad mohammed morris moses muhammad murray mustafa narendra nathan nathaniel neil nelson newt nicholas nicolas nick nigel nikolai noah noel norman oleg oliver olivier omar orlando orrin oscar
  oswald otto owen pablo pascal patrick paul paulo pavel pedro pepe percy perry pete peter petro phil philip philippe phillip pierre preston quentin rafael rahul ralph ramon rand randall
  randolph randy raphael rashid raul ray raymond recep reggie reginald rene rex ricardo rich richard rick rob robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie
  ross roy ruben rudolf rudolph rudy rufus rupert russ russell ryan salman salvador samuel santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sherman sherrod sidney silvio
  simon solomon spencer stan stanley stefan stephan stephen steve steven stewart stuart sven tariq ted terrence theo theodore thomas tim timothy tobias todd tom tomas tommy tony
  travis trent trevor tristan troy tucker tyler tyrone ulrich vaclav valentin vernon vicente victor viktor vincent vince vladimir volodymyr wallace walter warren wayne wendell werner
  wesley wilbur wilfred will willard william willie winston wolfgang woodrow xavier xi yasser yuri yusuf zachary zack zaid`)

const FEMALE = wordList(`
  abigail ada adela adriana agnes aisha alana alejandra alexandra alexa alice alicia alison allison alma althea alyssa amal amanda amber amelia amina amy ana anastasia angela angelica angelina anita
  ann anna annabelle anne annette annie antonia april ariana arlene astrid audrey ava barbara beatrice beatriz becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca blanche bonnie brenda
  brianna bridget brigitte brittany camila camilla candace candice carla carly carmen carol carole carolina caroline carolyn carrie catalina catherine cathy cecilia celeste celia charlene charlotte chelsea cherie
  cheryl chloe christie christina christine cindy claire clara claudia colleen concepcion connie constance consuelo cora cornelia courtney cristina crystal cynthia daisy daniela danielle daphne darlene dawn deb debbie deborah debra delia
  delores denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elise eliza elizabeth ella ellen elsa elsie emily emma erica erika erin esmeralda esperanza estela
  estelle esther ethel eugenia eva evelyn faith farah fatima faye felicia felicity fiona florence frances francesca frida gabriela gabrielle gail gemma genevieve georgia geraldine gertrude gina gisela giulia gladys glenda gloria grace
  graciela greta gretchen guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helga hilary hilda hillary holly hope huma ida ilana ilhan imelda ines ingrid irene iris irma isabel isabella isabelle ivana ivanka ivy
  jackie jacqueline jane janet janice janine jasmine jeanette jeanne jeanine jenna jennifer jenny jessica jill joann joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie juliet june kaitlin kamala
  karen karin karina karla kate katherine kathleen kathryn kathy katie katrina katy kayla kellyanne kendra khadija kirsten kirstie kristen kristin kristina lara latoya laura lauren laurie leah leila lena leticia lila lillian lily linda lisa lois lola
  lorena loretta lori lorraine louise lucia lucille lucinda lucy luisa luz lydia mabel mackenzie madeleine madeline madison maggie malala mandy marcela marcia margaret margarita margot maria marian mariana marianne marie marilyn marina marine 
  marisa marisol marissa marjorie marla marlene marsha martha mary matilda maura maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith michelle mildred millicent mimi mindy minerva miranda miriam moira mollie molly mona
  monica muriel myra nadia nadine nancy naomi natalia natalie natasha nathalie nellie nicole nikki nina nora noreen norma octavia olga olivia olympia opal paige pamela patricia patsy patti patty paula paulina pauline pearl peggy penelope penny petra
  phoebe phyllis pilar polly priscilla rachel ramona rebecca regina renata renee rhonda rita roberta rocio rosa rosalie rosalind rosanne rose rosemary roxanne ruby ruth sabrina sally samantha sandra sandy sara sarah savannah selena selma serena shannon shari
  sharon sheila shelley shelly sheri sherri sherry shirley silvia sofia sonia sonja sophia sophie stella stephanie sue susan susana susanna susanne suzanne svetlana sybil sylvia tabitha tamara tammy tania tanya tara tatiana teresa tess tessa thelma
  theresa tiffany tina toni trisha trudy ursula valentina valeria valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney whoopi wilma winifred ximena yolanda yvette yvonne zoe`)
