using Nabla.Backends.Cpu;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;
using Nabla.Testing;

namespace Nabla.Tests.Backends.Cpu;

/// <summary>Operations, gradients and kernels of a user's go the way of the library's own.</summary>
public sealed unsafe class OwnKernelTests
{
    static OwnKernelTests()
    {
        CpuBackend.Instance.AddUnaryKernel<CubeOp, Cube>();
        CpuBackend.Instance.AddKernel<ReverseOp>(plan => new ReverseKernel(plan));
    }

    [Fact]
    public void AnElementwiseOperationFuses()
    {
        var function = new CompiledFunction(x => [(new CubeOp().Apply(x[0]) + 1).Relu()]);
        Program program = function.Bind(new TensorSpec(DType.Float32, [100])).Program;
        Assert.IsType<ElementwisePlan>(Assert.Single(program.Steps));
        Assert.Equal([0f, 2f, 9f], function.Invoke(Tensor.From([-2f, 1f, 2f]))[0].ToArray());
    }

    [Fact]
    public void ItsGradientIsCheckedThroughItsKernel() =>
        GradientCheck.Run(x => new CubeOp().Apply(x[0]).Sum(), Tensor.From([0.5, -1.25, 2.0]));

    [Fact]
    public void AnOperationOfAnyShapeHasAKernel()
    {
        Tensor x = Tensor.From([1f, 2f, 3f]);
        Assert.Equal([3f, 2f, 1f], new ReverseOp().Apply(x).ToArray());
        Assert.Equal(new ReverseOp().Apply(x).ToArray(), Referenced(() => new ReverseOp().Apply(x)));
    }

    [Fact]
    public void AKernelIsRegisteredOnce() =>
        Assert.Throws<ArgumentException>(() => CpuBackend.Instance.AddUnaryKernel<CubeOp, Cube>());

    private static float[] Referenced(Func<Tensor> make)
    {
        using DeviceScope scope = Device.Use(Nabla.Backends.Reference.ReferenceBackend.Instance);
        return make().ToArray();
    }

    private sealed record CubeOp : UnaryOp
    {
        protected override double Reference(double x) => x * x * x;

        protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * x.Square() * 3;
    }

    private readonly struct Cube : IUnaryKernel
    {
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.Multiply(TSimd.Multiply(x, x), x);
    }

    private sealed record ReverseOp : Op
    {
        public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

        public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [Apply(gradients[0]!)];

        public override void Reference(ReferenceCall call)
        {
            for (int i = 0; i < call.Inputs[0].Values.Length; i++)
            {
                call.Outputs[0][i] = call.Inputs[0].Values[^(i + 1)];
            }
        }
    }

    private sealed class ReverseKernel(CallPlan plan) : Kernel
    {
        private readonly int _input = plan.Inputs[0].Slot;
        private readonly int _output = plan.Outputs[0].Slot;
        private readonly int _count = (int)plan.Inputs[0].Layout.Shape.ElementCount;

        public override void Run(nint* slots)
        {
            var output = new Span<float>((void*)slots[_output], _count);
            new ReadOnlySpan<float>((void*)slots[_input], _count).CopyTo(output);
            output.Reverse();
        }
    }
}
