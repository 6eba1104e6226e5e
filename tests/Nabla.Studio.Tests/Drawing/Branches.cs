namespace Nabla.Studio.Tests.Drawing;

/// <summary>A layer with a way around it, as residual networks have: x + f(x), or x + f(f(x)).</summary>
internal sealed class Branches : Layer
{
    private readonly Layer _inner;
    private readonly bool _twice;

    public Branches(Layer inner, bool twice = false)
    {
        _inner = Adopt(inner, "inner");
        _twice = twice;
    }

    protected override Tensor Call(Tensor x, CallContext context)
    {
        Tensor y = _inner.Apply(x, context);
        return x + (_twice ? _inner.Apply(y, context) : y);
    }
}
