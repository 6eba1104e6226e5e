using Nabla.Tests.Golden;

namespace Nabla.Tests.Optimizers;

public sealed class LbfgsTests
{
    private const double Tolerance = 1e-9;

    private static readonly string[] s_names = ["w1", "b1", "w2", "b2"];

    public static TheoryData<string> Minima => [.. GoldenCase.In("minima.json").Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Minima))]
    public void AfterEachIteration_ItIsWherePyTorchIs(string name)
    {
        GoldenCase golden = GoldenCase.Named("minima.json", name);
        bool isNetwork = golden.Operation == "network";
        Variable[] variables =
            [.. (isNetwork ? s_names : ["x"]).Select(variable => new Variable(variable, golden.Input(variable)))];
        var method = new Lbfgs(
            maxIterations: (int)golden.Number("iterations"), historySize: (int)golden.Number("history"));
        LbfgsResult result = method.Minimize(variables, isNetwork ? Network : () => Rosenbrock(variables[0].Value));

        Assert.Equal(golden.Output("loss")[0], result.Loss, Math.Max(golden.Output("loss")[0] * Tolerance, 1e-12));

        // PyTorch counts the iteration that finds no way down.
        Assert.Equal(golden.Number("done"), result.Iterations + (name == "rosenbrock 60" ? 1 : 0));
        Assert.Equal(golden.Number("evaluations"), result.Evaluations);
        Assert.Equal(golden.Number("done") < golden.Number("iterations"), result.IsConverged);
        foreach (Variable variable in variables)
        {
            GoldenCase.AssertClose(golden.Output(variable.Name), variable.Value, Tolerance, $"{name}: {variable.Name}");
        }

        Tensor Network()
        {
            Tensor hidden = (golden.Input("x").MatMul(variables[0].Value) + variables[1].Value).Sigmoid();
            return (hidden.MatMul(variables[2].Value) + variables[3].Value).CrossEntropy(golden.Input("labels")).Mean();
        }
    }

    [Fact]
    public void AModelOfSinglePrecision_FitsItsBatch()
    {
        var model = new Sequential { new Dense(8, Activation.Tanh), new Dense(1) };
        Tensor x = Tensor.Linspace(-1, 1, 32).Reshape(32, 1);
        LbfgsResult result = new Lbfgs().Minimize(model, new MeanSquaredError(), x, (x * 3).Sin());
        Assert.InRange(result.Loss, 0, 1e-4);
        Assert.Equal(DType.Float32, model.Parameters[0].DType);
        Assert.Equal(
            result.Loss, (model.Predict(x) - (x * 3).Sin()).Square().Mean().Item<float>(), result.Loss * 1e-2);
    }

    [Fact]
    public void Penalties_AreAPartOfTheLoss()
    {
        var model = new Sequential { new Dense(1, useBias: false, kernelRegularizer: new L2(1)) };
        Tensor x = Tensor.Ones(1, 1), y = Tensor.Full([1, 1], 4f);
        new Lbfgs().Minimize(model, new MeanSquaredError(), x, y); // (w − 4)² + w²
        Assert.Equal(2, model.Parameters[0].Value.Item<float>(), 1e-4);
    }

    [Fact]
    public void ATrialOutsideOfTheDomain_IsTakenBack()
    {
        // The first trial goes below zero, where the logarithm has no value.
        Variable x = new("x", Tensor.From([0.1]));
        LbfgsResult result = new Lbfgs().Minimize([x], () => (x.Value - x.Value.Log()).Sum());
        Assert.True(result.IsConverged);
        Assert.Equal(1, x.Value.Item<double>(), 1e-6);
    }

    [Fact]
    public void AtAMinimum_NothingHappens()
    {
        Variable x = new("x", Tensor.From([2.0]));
        Assert.Equal(
            new LbfgsResult(0, 0, 1, true), new Lbfgs().Minimize([x], () => (x.Value - 2).Square().Sum()));
    }

    [Fact]
    public void WhereTheLossIsNoNumber_ItDoesNotStart()
    {
        Variable x = new("x", Tensor.From([-1.0]));
        Assert.Contains("start elsewhere", Assert.Throws<NonFiniteException>(
            () => new Lbfgs().Minimize([x], () => x.Value.Log().Sum())).Message);
        Assert.Equal(-1, x.Value.Item<double>());
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        Variable x = new("x", Tensor.From([1.0, 2]));
        var method = new Lbfgs();
        Assert.Contains("built", Assert.Throws<ArgumentException>(
            () => method.Minimize([], () => x.Value.Sum())).Message);
        Assert.Throws<ShapeMismatchException>(() => method.Minimize([x], () => x.Value));
        Assert.Throws<InvalidOperationException>(() => method.Minimize([x], () => Tensor.Scalar(1.0, DType.Float64)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs(maxIterations: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs(gradientTolerance: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs(historySize: 0));
    }

    private static Tensor Rosenbrock(Tensor x) =>
        (1 - x[0]).Square() + ((x[1] - x[0].Square()).Square() * 100);
}
