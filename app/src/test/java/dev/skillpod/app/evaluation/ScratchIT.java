package dev.skillpod.app.evaluation;
import dev.skillpod.core.model.*; import dev.skillpod.core.recommend.engine.*; import dev.skillpod.core.recommend.state.*; import dev.skillpod.core.recommend.statistics.*; import dev.skillpod.core.recommend.training.*; import dev.skillpod.core.recommend.*; import dev.skillpod.core.activity.*;
import dev.skillpod.embedding.MiniLmEmbedder; import dev.skillpod.lightgbm.LightGbmTrainer; import dev.skillpod.starter.*;
import java.util.*;
public class ScratchIT {
  public static void main(String[] a) throws Exception {
    long t0=System.nanoTime();
    StarterWorld world = StarterWorld.generate(StarterConfig.defaults());
    System.out.printf("world %.1fs contents %d%n",(System.nanoTime()-t0)/1e9, world.catalog().contents().size()); t0=System.nanoTime();
    int imp=0,deep=0,sig=0,out=0,ass=0; Map<EngagementType,Integer> types=new EnumMap<>(EngagementType.class);
    for (var h: world.histories()) { for (var e: h.engagements()) types.merge(e.type(),1,Integer::sum); sig+=h.signals().size(); out+=h.outcomes().size(); ass+=h.assessments().size(); }
    System.out.println(types+" signals "+sig+" outcomes "+out+" assess "+ass);
    var embedder = MiniLmEmbedder.load();
    System.out.printf("load embedder %.1fs%n",(System.nanoTime()-t0)/1e9); t0=System.nanoTime();
    var index = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), embedder));
    System.out.printf("embed %.1fs%n",(System.nanoTime()-t0)/1e9); t0=System.nanoTime();
    final long[] last={System.nanoTime()};
    Progress p=(s,d,n)->{ System.out.printf("  +%.1fs %s %d/%d%n",(System.nanoTime()-last[0])/1e9,s,d,n); last[0]=System.nanoTime(); };
    var run = new TrainingRun(42, 2, world.end().plusSeconds(1), p);
    var trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults()).fit(world.activityLog(), world.demand(), index, "synthetic", run);
    System.out.printf("train %.1fs%n",(System.nanoTime()-t0)/1e9); t0=System.nanoTime();
    new TreeMap<>(trained.provenance().metrics()).forEach((k,v)->System.out.printf("%s %.4f%n",k,v));
    System.out.println(trained.provenance().rowCounts()+" promiseKept "+trained.promiseKept());
    var models = trained.bind(world.catalog(), "v1");
    var rec = new ContentRecommender(index, trained.statistics(world.catalog()), new DemandTimeline(world.demand(), world.catalog()).at(world.end()), models);
    var eval = new StarterEvaluation(world, index, rec);
    for (var l : eval.measure(600, TrainingRun.of(1,2), h->true)) System.out.printf("%-20s %.3f [%.3f, %.3f] %.1f%%%n", l.method(), l.gain().mean(), l.gain().lower(), l.gain().upper(), 100*l.shareOfBest());
    System.out.printf("eval %.1fs%n",(System.nanoTime()-t0)/1e9);
    for (String u : List.of("starter-00001","starter-00002","starter-04990")) { var h=world.histories().stream().filter(x->x.learner().userId().equals(u)).findFirst().get();
      System.out.println("== "+u+" role "+h.profile().targetRole()+" goals "+h.profile().careerGoals()+" skills "+h.profile().skills());
      show(rec.recommend(new RecommendationRequest(h,List.of(),6,Set.of(),0.3,true,world.end()))); }
    for (String role : List.of("Backend Engineer","UX designer","I want to become a data scientist")) { System.out.println("== cold "+role);
      show(rec.recommend(new RecommendationRequest(LearnerHistory.of(new LearnerKey("x","y"), new LearnerProfile(List.of(new LearnerSkill("python",40,null)),List.of(),role,null,null,10)),List.of(),6,Set.of(),0.3,true,world.end()))); }
    System.out.println("== empty"); show(rec.recommend(new RecommendationRequest(LearnerHistory.of(new LearnerKey("x","y"), LearnerProfile.empty()),List.of(),6,Set.of(),0.3,true,world.end())));
    // latency
    var hs=world.histories(); for (int rep=0;rep<3;rep++){ long s=System.nanoTime(); int n=500; for(int i=0;i<n;i++) rec.recommend(new RecommendationRequest(hs.get(i*7%5000),List.of(),10,Set.of(),0.3,true,world.end())); System.out.printf("recommend %.2f ms%n",(System.nanoTime()-s)/1e6/n);} 
  }
  static void show(RecommendationList l){ System.out.println(l.method()+" "+l.items().size()); for (var i: l.items()) System.out.printf("  %.3f rel %.2f urg %.2f imp %.3f conf %.2f %s [%s] %s (%s %d-%d %dmin) -- %s%n      %s sum %.6f%n", i.overall(), i.relevance(), i.urgency(), i.impact(), i.confidence(), i.type(), i.content().id(), i.content().title(), i.content().skills().get(0).skillId(), i.content().levelFrom(), i.content().levelTo(), i.content().durationMinutes(), i.reasoning(), i.factors().stream().map(f->String.format("%s=%.3f",f.name(),f.value())).toList(), i.factors().stream().mapToDouble(Factor::value).sum()); }
}
