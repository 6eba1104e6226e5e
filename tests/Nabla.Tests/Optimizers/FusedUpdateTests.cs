using Nabla.Compiler;

namespace Nabla.Tests.Optimizers;

/// <summary>The compiled step of an elementwise optimizer reads and writes each parameter once.</summary>
public sealed class FusedUpdateTests
{
    public static TheoryData<string> Elementwise => [.. s_elementwise.Keys];

    private static readonly Dictionary<string, Func<Optimizer>> s_elementwise = new()
    {
        ["sgd"] = () => new Sgd(0.1),
        ["sgd, everything"] = () => new Sgd(0.1, 0.9, weightDecay: 0.1, dampening: 0.1),
        ["sgd, nesterov, decoupled"] =
            () => new Sgd(0.1, 0.9, nesterov: true, weightDecay: 0.1) { DecoupledWeightDecay = true },
        ["rms_prop, everything"] = () => new RmsProp(momentum: 0.9, centered: true, weightDecay: 0.1),
        ["adagrad"] = () => new Adagrad(rateDecay: 0.1, weightDecay: 0.1),
        ["adadelta"] = () => new Adadelta(weightDecay: 0.1),
        ["adam"] = () => new Adam(),
        ["adam, everything"] = () => new Adam(weightDecay: 0.1, amsgrad: true),
        ["adam_w"] = () => new AdamW(),
        ["adam_w, clipped, groups"] = () => new AdamW
        {
            Clipping = new ClipByValue(1),
            Groups = { new ParameterGroup("weight") { LearningRateScale = 0.1, WeightDecay = 0 } },
        },
        ["adamax"] = () => new Adamax(weightDecay: 0.1),
        ["nadam"] = () => new Nadam(weightDecay: 0.1),
        ["r_adam"] = () => new RAdam(weightDecay: 0.1),
        ["lion"] = () => new Lion(weightDecay: 0.1),
        ["ftrl"] = () => new Ftrl(l1: 0.1, l2: 0.1, beta: 1),
    };

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void AnUpdateIsOneKernelForEachParameter(string name) =>
        Assert.Equal((1, 1), Kernels(s_elementwise[name](), average: null));

    [Fact]
    public void AnAverageJoinsTheKernelOfTheUpdate() =>
        Assert.Equal((1, 1), Kernels(new AdamW(), new ExponentialAverage(biasCorrection: true)));

    [Fact]
    public void ANormCostsOneMorePass() =>
        Assert.Equal((2, 2), Kernels(new Sgd(0.1) { Clipping = new ClipByGlobalNorm(1) }, average: null));

    // The kernels that read or write a whole parameter: the weight, and the bias.
    private static (int Weight, int Bias) Kernels(Optimizer optimizer, WeightAverage? average)
    {
        Variable[] parameters = [new("weight", Tensor.Ones(40, 30)), new("bias", Tensor.Ones(30))];
        var step = new CompiledFunction(gradients =>
        {
            optimizer.Apply(parameters, gradients);
            average?.Apply(parameters);
            return [];
        });
        Program program = step.Bind([.. parameters.Select(parameter => parameter.Spec)]).Program;
        return (Touching(1200), Touching(30));

        int Touching(long elements) => program.Steps.Count(
            plan => plan.Reads.Concat(plan.Writes).Any(operand =>
                operand.Layout.IsContiguous && operand.Layout.Shape.ElementCount == elements));
    }
}
