using System.Runtime.CompilerServices;

namespace Nabla.Tests.Graph;

/// <summary>No gradient is wrong because a value on one of its paths was evaluated before.</summary>
public sealed class HistoryTests
{
    private readonly Tensor _x = Tensor.From([3.0]);

    [Fact]
    public void APathThatWasReadIsMissed()
    {
        Tensor y = _x * 5;
        _ = y.ToArray<double>();
        Refused((y * _x).Sum(), _x);
    }

    [Fact]
    public void AResultThatWasReadIsMissed()
    {
        Tensor loss = (_x * 5).Sum();
        _ = loss.Item<double>();
        Refused(loss, _x);
    }

    [Fact]
    public void APathReadInPartsIsMissed()
    {
        Tensor y = (_x * 5).Evaluate();
        Tensor z = (y + 1).Evaluate();
        Tensor result = (z.Exp().Evaluate() * _x).Sum();
        Refused(result, _x);
        Refused(result, y, z);
    }

    [Fact]
    public void AnIntermediateSourceIsMissed()
    {
        Tensor h = _x * 5, y = (h * 2).Evaluate();
        Refused((y * h).Sum(), h);
        Refused((y * h).Sum(), _x);
    }

    [Fact]
    public void ACutChainIsMissed()
    {
        Tensor y = _x;
        for (int i = 0; i < Nabla.Graph.Recorded.DepthLimit + 10; i++)
        {
            y = y + _x;
        }

        Refused(y.Sum(), _x);
    }

    [Fact]
    public void WhatACompiledFunctionReturnedIsMissed()
    {
        var weight = new Variable("weight", Tensor.From([2.0]));
        Tensor captured = Tensor.From([7.0]), w = weight.Value;
        var function = new CompiledFunction(x => [x[0] * weight.Value * captured, x[1] * 2]);
        Tensor[] y = function.Invoke(_x, Tensor.From([1.0]));
        Refused((y[0] * _x).Sum(), _x);
        Refused((y[0] * w).Sum(), w);
        Refused((y[0] * captured).Sum(), captured);
        Assert.Equal([2], Gradient.Of((y[1] * _x).Sum(), _x)[0].ToArray<double>());
    }

    [Fact]
    public void WhatWasEvaluatedForAGradientKeepsItsGraphButNotItsDescendants()
    {
        Tensor? kept = null;
        _ = Gradient.ValueAndGradient(x => (kept = (x * 5).Evaluate()).Sum())(_x);
        Assert.Equal([30], Gradient.Of((kept! * _x).Sum(), _x)[0].ToArray<double>());
        Refused(((kept! + 1).Evaluate() * _x).Sum(), _x);
    }

    [Fact]
    public void ValuesThatDoNotDependAreNoLoss()
    {
        Tensor x = _x, other = Tensor.From([2.0]);
        Tensor y = other * 4, z = x * 5;
        Tensor.Evaluate(y, z);
        Tensor again = (y + 1).Evaluate();
        Assert.Equal([9], Gradient.Of((again * x).Sum(), x)[0].ToArray<double>());
        Refused((again * other).Sum(), other);
    }

    [Fact]
    public void WhereNoGradientFlowsNoneIsLost()
    {
        Tensor y = (_x * 5).Evaluate();
        Assert.Equal([15], Gradient.Of((y.StopGradient() * _x).Sum(), _x)[0].ToArray<double>());
        Assert.Equal([1], Gradient.Of(((y > 0).Cast(DType.Float64) * _x).Sum(), _x)[0].ToArray<double>());
    }

    [Fact]
    public void EvaluatedSourcesAreFine()
    {
        Tensor y = (_x * 5).Evaluate();
        Assert.Equal([30], Gradient.Of(y.Square().Sum(), y)[0].ToArray<double>());
    }

    [Fact]
    public void ValuesOfVariablesAreNewBeginnings()
    {
        Variable a = new("a", Tensor.From([2.0])), b = new("b", Tensor.From([3.0]));
        for (int step = 0; step < 3; step++)
        {
            Tensor wa = a.Value, wb = b.Value;
            a.Value = wa - 0.1 * Gradient.Of((wa * wb).Sum(), wa)[0];
            wa = a.Value;
            b.Value = wb - 0.1 * Gradient.Of((wa * wb).Sum(), wb)[0];
            Assert.Equal(wb.Item<double>(), Gradient.Of((a.Value * wb).Sum(), a.Value)[0].Item<double>());
        }
    }

    [Fact]
    public void EagerEvaluationKeepsGradients()
    {
        using var eager = new EagerScope();
        Tensor x = Tensor.From([3.0]), y = x * 5;
        Assert.True(y.IsEvaluated);
        Assert.Equal([30], Gradient.Of((y * x).Sum(), x)[0].ToArray<double>());
    }

    [Fact]
    public void ALoopForgetsWhatIsGone()
    {
        Tensor state = Tensor.From([1.0]);
        for (int i = 0; i < 10; i++)
        {
            Run(ref state, 500);
#pragma warning disable RS0030 // The subject of the test.
            GC.Collect();
#pragma warning restore RS0030
        }

        Assert.InRange(state.History!.Size, 1, 2000);
        Refused((state * _x).Sum(), _x);

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Run(ref Tensor state, int turns)
        {
            for (int i = 0; i < turns; i++)
            {
                state = (state * 0.5 + _x).Evaluate();
            }
        }
    }

    private static void Refused(Tensor result, params Tensor[] sources)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Gradient.OfOrNull(result, sources));
        Assert.Contains("is lost on the way", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Gradient.ValueAndGradient", exception.Message, StringComparison.Ordinal);
        Assert.Contains("StopGradient()", exception.Message, StringComparison.Ordinal);
    }
}
