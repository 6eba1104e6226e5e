using Nabla.Tests.Golden;

namespace Nabla.Tests.Optimizers;

/// <summary>The optimizers that golden cases speak of. Cases without attributes take the defaults.</summary>
internal static class GoldenOptimizers
{
    public static Optimizer Create(GoldenCase golden) => golden.Name switch
    {
        "adadelta" => new Adadelta(),
        "adamax" => new Adamax(),
        "nadam" => new Nadam(),
        "r_adam" => new RAdam(),
        _ => golden.Operation switch
        {
            "sgd" => Sgd(golden),
            "momentum" => Sgd(golden),
            "nesterov" => new Sgd(golden.Number("rate"), golden.Number("momentum"), nesterov: true),
            "sgd_weight_decay" => Sgd(golden),
            "rms_prop" or "rms_prop_momentum" or "rms_prop_centered" => new RmsProp(
                Rate(golden), golden.Number("decay"), golden.Number("epsilon"), Or(golden, "momentum", 0),
                golden.Has("centered"), Or(golden, "weight_decay", 0)),
            "adam" => new Adam(
                Rate(golden), Or(golden, "beta1", 0.9), Or(golden, "beta2", 0.999),
                weightDecay: Or(golden, "weight_decay", 0), amsgrad: golden.Has("amsgrad")),
            "adam_w" => AdamW(golden),
            "adagrad" => golden.Has("epsilon")
                ? new Adagrad(
                    Rate(golden), golden.Number("rate_decay"), golden.Number("weight_decay"),
                    golden.Number("initial_accumulator"), golden.Number("epsilon"))
                : new Adagrad(Rate(golden)),
            "adadelta" => new Adadelta(
                Rate(golden), golden.Number("decay"), golden.Number("epsilon"), golden.Number("weight_decay")),
            "adamax" => new Adamax(
                Rate(golden), golden.Number("beta1"), golden.Number("beta2"), golden.Number("epsilon"),
                golden.Number("weight_decay")),
            "nadam" => new Nadam(
                Rate(golden), golden.Number("beta1"), golden.Number("beta2"), golden.Number("epsilon"),
                golden.Number("weight_decay"), golden.Number("momentum_decay")),
            "r_adam" => new RAdam(
                Rate(golden), golden.Number("beta1"), golden.Number("beta2"), golden.Number("epsilon"),
                golden.Number("weight_decay")),
            "lion" => new Lion(
                Rate(golden), golden.Number("beta1"), golden.Number("beta2"), golden.Number("weight_decay")),
            "lamb" => new Lamb(
                Rate(golden), golden.Number("beta1"), golden.Number("beta2"),
                weightDecay: golden.Number("weight_decay")),
            "adafactor" => golden.Has("relative_step")
                ? new Adafactor(
                    Rate(golden), golden.Number("decay_exponent"), clipThreshold: golden.Number("clip_threshold"),
                    relativeStep: golden.IsTrue("relative_step"), weightDecay: golden.Number("weight_decay"))
                : new Adafactor(Rate(golden)),
            "muon" => new Muon(
                Rate(golden), golden.Number("momentum"), golden.IsTrue("nesterov"),
                weightDecay: golden.Number("weight_decay"), adamLearningRate: golden.Number("adam_learning_rate"),
                exclude: golden.Has("exclude") ? [golden.Text("exclude")] : null),
            "ftrl" => new Ftrl(
                Rate(golden), l1: golden.Number("l1"), l2: golden.Number("l2"), beta: golden.Number("beta")),
            _ => throw new NotSupportedException(golden.Operation),
        },
    };

    public static WeightAverage? Average(GoldenCase golden) =>
        golden.Has("average_decay") ? new ExponentialAverage(golden.Number("average_decay"))
        : golden.Has("average_start") ? new StochasticAverage((long)golden.Number("average_start"))
        : null;

    private static Sgd Sgd(GoldenCase golden) => new(
        Rate(golden), Or(golden, "momentum", 0), weightDecay: Or(golden, "weight_decay", 0),
        dampening: Or(golden, "dampening", 0))
    {
        DecoupledWeightDecay = golden.Has("decoupled"),
        Clipping = golden.Has("clip_value") ? new ClipByValue(golden.Number("clip_value"))
            : golden.Has("clip_norm") ? new ClipByNorm(golden.Number("clip_norm"))
            : golden.Has("clip_global_norm") ? new ClipByGlobalNorm(golden.Number("clip_global_norm"))
            : null,
    };

    private static AdamW AdamW(GoldenCase golden)
    {
        AdamW adam = new(
            Rate(golden), golden.Number("weight_decay"), Or(golden, "beta1", 0.9), Or(golden, "beta2", 0.999),
            Or(golden, "epsilon", 1e-8), golden.Has("amsgrad"));
        if (golden.Has("first_scale"))
        {
            adam.Groups.Add(new ParameterGroup("0.*") { LearningRateScale = golden.Number("first_scale") });
            adam.Groups.Add(new ParameterGroup("*.bias") { WeightDecay = golden.Number("bias_decay") });
        }

        return adam;
    }

    private static double Rate(GoldenCase golden) => golden.Number(golden.Has("rate") ? "rate" : "learning_rate");

    private static double Or(GoldenCase golden, string attribute, double fallback) =>
        golden.Has(attribute) ? golden.Number(attribute) : fallback;
}
