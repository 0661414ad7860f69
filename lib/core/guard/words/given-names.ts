/**
 * Common given names of the guard's languages, without accents: what tells a name at the beginning of a sentence, or
 * one in small letters behind a greeting, from any other word. None of them is a word of its own there.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  // Brazil and Portugal
  (
    "adriana adriano aline alice amanda ana anderson andre andrea andreia antonia antonio arthur augusto beatriz bernardo " +
    "bianca breno bruna bruno caio camila carla carlos carolina cassia cecilia celia cesar claudia claudio cristiane " +
    "cristina daniel daniela danilo davi debora denise diego douglas eduarda eduardo elaine eliane elisa emerson enzo erica " +
    "erick fabiana fabio felipe fernanda fernando flavia flavio francisca francisco gabriel gabriela geraldo gilberto " +
    "giovana giovanna guilherme gustavo heitor helena heloisa henrique hugo igor ingrid isabel isabela isabella ivan jaqueline " +
    "jessica joana joao joaquim jorge jose josiane juliana juliano julio karina karla katia larissa laura leandro leonardo " +
    "leticia lucas lucia luciana luciano luis luiz luiza luana manuela marcela marcelo marcia marcio marcos maria mariana " +
    "marina mario marta mateus matheus mauricio mauro mayara melissa michele miguel milena monica murilo natalia nathalia " +
    "nicolas otavio pablo patricia paula paulo pedro priscila rafael rafaela raquel regina renan renata renato ricardo " +
    "roberta roberto rodrigo rogerio ronaldo rosana rosangela samuel sandra sergio sheila silvana silvia simone sofia sonia " +
    "tatiana tatiane thais thiago tiago tereza vanessa vera vinicius vitor vitoria viviane wagner wellington wesley " +
    "william yasmin yuri " +
    // Spanish-speaking countries
    "agustin alberto alejandra alejandro alfonso alicia alonso alvaro andres angela angelica arturo benjamin carmen catalina " +
    "cristobal diana elena emilio enrique esteban eva federico felix florencia gerardo gloria gonzalo " +
    "guadalupe guillermo hector ignacio ines irene isabel ismael javier jesus jimena joaquin josefina juan juana julia julian " +
    "lorena lorenzo lourdes lucia luisa manuel marcos margarita mariano martin matias mauricio mercedes micaela nicolas noelia " +
    "nuria oscar paola raul ramiro ramon rocio ruben santiago sara sebastian susana teresa tomas valentina " +
    "vicente victor victoria ximena yolanda " +
    // English-speaking countries
    "aaron abigail adam alan alex alexander alexandra alison amy andrew angela anna anne anthony ashley barbara benjamin " +
    "betty brandon brian caroline catherine charles charlotte chloe christian christina christine christopher claire cynthia " +
    "danielle david deborah dennis diane donald donna dorothy edward elizabeth emily emma eric ethan evan frances gary george " +
    "gregory hannah harold heather helen henry jack jacob james jane janet jason jeffrey jennifer jeremy jerry jessica joan " +
    "joe john jonathan joseph joshua joyce judith julie justin karen kate katherine kathleen kathryn kelly kenneth kevin kyle " +
    "lauren lawrence lisa logan louis lucy luke madison margaret martha mary matthew megan michael michelle mike nancy " +
    "nathan nicholas nicole noah olivia pamela patrick paul peter philip rachel ralph raymond rebecca richard robert roger " +
    "ronald roy russell ryan samantha scott sharon shirley sophia sophie stephanie stephen steve steven susan teresa " +
    "theresa thomas timothy tyler vincent virginia walter wayne zachary sarah olga liam lucas jenny danny tony ben sam"
  ).split(" "),
);
