namespace Nabla.Tests.Training;

/// <summary>The loss of a set is that of one large batch, however the set is cut.</summary>
public sealed class EvaluateLossTests
{
    private const int Count = 23;

    private static readonly Tensor s_inputs = Tensor.RandomNormal([Count, 4], 1).Evaluate();
    private static readonly Tensor s_labels = Tensor.RandomInteger([Count], 0, 3, 2).Evaluate();
    private static readonly Tensor s_weights = Tensor.RandomUniform([Count], 3).Evaluate();

    public static TheoryData<string> Cases => new(s_losses.Keys);

    private static readonly Dictionary<string, (Loss Loss, bool IsWeighted)> s_losses = new()
    {
        ["plain"] = (new CrossEntropy(), false),
        ["class weights"] = (new CrossEntropy(classWeights: [1, 5, 0.2]), false),
        ["ignored label"] = (new CrossEntropy(ignoreIndex: 1), false),
        ["sum"] = (new CrossEntropy { Reduction = Reduction.Sum }, false),
        ["weighted mean"] = (new CrossEntropy { Reduction = Reduction.WeightedMean }, true),
        ["weights of examples and classes"] = (new CrossEntropy(classWeights: [1, 5, 0.2]), true),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItDoesNotDependOnTheBatchSize(string name)
    {
        (Loss loss, bool isWeighted) = s_losses[name];
        Dataset data = new TensorDataset(s_inputs, s_labels);
        data = isWeighted ? data.WithWeights(s_weights) : data;
        var trainer = new Trainer(new Sequential(seed: 4) { new Dense(3) }, loss, new Sgd(0.1));
        trainer.Model.Build(4);
        double expected = loss
            .Call(trainer.Model.Predict(s_inputs), s_labels, isWeighted ? s_weights : null).Item<float>();

        Assert.All(
            [1, 4, 7, Count, 100],
            batchSize => Assert.Equal(expected, trainer.Evaluate(data, batchSize).Loss, Math.Abs(expected) * 1e-6));
    }

    [Fact]
    public void LossesOfSeveralResultsCountAsTheyAreWeighed()
    {
        Symbol input = Symbol.Input(4);
        var model = new Functional([input], [input.Then(new Dense(3)), input.Then(new Dense(1))]) { Seed = 1 };
        Tensor numbers = Tensor.RandomNormal([Count, 1], 5).Evaluate();
        Loss[] losses = [new CrossEntropy(classWeights: [1, 5, 0.2]), new MeanSquaredError()];
        var trainer = new Trainer(model, losses, new Sgd(0.1), [0.5, 2]);
        model.Build();
        IReadOnlyList<Tensor> results = model.Predict([s_inputs]);
        double expected = (0.5 * losses[0].Call(results[0], s_labels).Item<float>())
            + (2 * losses[1].Call(results[1], numbers).Item<float>());

        var data = new TensorDataset([s_inputs], [s_labels, numbers]);
        Assert.Equal(expected, trainer.Evaluate(data, 5).Loss, 1e-5);
    }

    [Fact]
    public void AFormulaOfTheWholeBatchIsAveragedByExamples()
    {
        Loss largest = Loss.Of("largest", (p, t) => (p - t).Abs().Max());
        Tensor x = Tensor.From([1f, 2f, 3f], 3, 1);
        var trainer = new Trainer(new Sequential { new Identity() }, largest, new Sgd(0.1));

        Assert.Equal(((2 * 2.0) + 3) / 3, trainer.Evaluate(new TensorDataset(x, x * 0), 2).Loss, 1e-6);
    }
}
