namespace Nabla.Tests.Runtime;

/// <summary>Functions that break their contract are told so; none takes the process down.</summary>
public sealed class CompiledFunctionTests
{
    private readonly Tensor _x = Tensor.From([1f, 2f, 3f, 4f]);

    [Fact]
    public void AFunctionThatCallsItselfWithoutEndIsStopped()
    {
        CompiledFunction? self = null;
        self = new CompiledFunction(x => [self!.Invoke(x[0] * 2)[0] + 1]);
        Fails("calls itself without end", "end it by a shape", () => self.Invoke(_x));
    }

    [Fact]
    public void AFunctionMayCallItselfWhenAShapeEndsIt()
    {
        CompiledFunction? sum = null;
        sum = new CompiledFunction(x =>
        {
            int half = (int)x[0].Shape[0] / 2;
            return half == 0 ? [x[0]] : [sum!.Invoke(x[0][..half])[0] + sum.Invoke(x[0][half..])[0]];
        });
        Assert.Equal([10f], sum.Invoke(_x)[0].ToArray());
    }

    [Fact]
    public void NullIsNoResult()
    {
        Fails("returned null", "may be empty", () => new CompiledFunction(_ => null!).Invoke(_x));
        Fails(
            "null as result 1 of 2", "leave that result out",
            () => new CompiledFunction(x => [x[0], null!]).Invoke(_x));
        Fails("returned null", "a Sum or a Mean", () => Gradient.Function(_ => null!)(_x));
    }

    private static void Fails(string what, string advice, Func<object> action)
    {
        string message = Assert.Throws<InvalidOperationException>(action).Message;
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }
}
