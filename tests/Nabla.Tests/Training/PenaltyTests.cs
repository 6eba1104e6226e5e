namespace Nabla.Tests.Training;

public sealed class PenaltyTests
{
    private static readonly Tensor s_x = Tensor.RandomNormal([6, 3], 1).Evaluate();
    private static readonly Tensor s_y = Tensor.RandomNormal([6, 2], 2).Evaluate();

    [Fact]
    public void RegularizersAndAddedLossesArePartOfTheTrainingLoss()
    {
        Sequential plain = Model(), penalized = Model(kernel: new L2(0.5), activity: new L1(0.25));
        double before = new Trainer(plain, new MeanSquaredError(), new Sgd(0.1)).Step(s_x, s_y);
        Sequential fresh = Model();
        fresh.Build(3);
        double squares = fresh.Parameters[0].Value.Square().Sum().Item<float>();
        double activity = fresh.Predict(s_x).Abs().Sum().Item<float>() / 6;

        var trainer = new Trainer(penalized, new MeanSquaredError(), new Sgd(0.1));
        Assert.Equal(before + (0.5 * squares) + (0.25 * activity), trainer.Step(s_x, s_y), 1e-5);
        Assert.NotEqual(plain.WeightsSha256(), penalized.WeightsSha256());

        // What a model is judged by is its loss on the examples.
        var data = new TensorDataset(s_x, s_y);
        Assert.Equal(
            new MeanSquaredError().Call(penalized.Predict(s_x), s_y).Item<float>(), trainer.Evaluate(data).Loss, 1e-5);
    }

    [Fact]
    public void ConstraintsHoldAfterEachStep()
    {
        Sequential model = Model(constraint: new MaxNorm(0.3));
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.5));
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(s_x, s_y);
            float[] norms = model.Parameters[0].Value.Square().Sum([0], keepAxes: false).Sqrt().ToArray();
            Assert.All(norms, norm => Assert.InRange(norm, 0, 0.3001f));
        }
    }

    private static Sequential Model(
        Regularizer? kernel = null, Regularizer? activity = null, Constraint? constraint = null) => new(seed: 3)
        {
            new Dense(2, kernelRegularizer: kernel, activityRegularizer: activity, kernelConstraint: constraint),
        };
}
