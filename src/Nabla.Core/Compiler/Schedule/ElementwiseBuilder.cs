using Nabla.Compiler.Fuse;
using Nabla.Graph;

namespace Nabla.Compiler.Schedule;

/// <summary>Writes the works of a cluster as one elementwise program; equal inputs share a register.</summary>
internal sealed class ElementwiseBuilder(SlotTable slots, Tensor? given)
{
    private readonly Dictionary<ValueRef, int> _inputRegisters = [];
    private readonly Dictionary<(Scalar, DType), int> _constantRegisters = [];
    private readonly Dictionary<Tensor, int> _registers = new(ReferenceEqualityComparer.Instance);

    public List<ElementwiseInput> Inputs { get; } = [];

    public List<ElementwiseInstruction> Instructions { get; } = [];

    public List<Operand> Operands { get; } = [];

    /// <summary>The input register of the value that is handed over in registers; −1 where there is none.</summary>
    public int GivenInput { get; private set; } = -1;

    public int RegisterOf(Tensor output) => _registers[output];

    /// <summary>Gives registers to what a work reads from outside the cluster.</summary>
    public void DeclareInputs(Work work)
    {
        if (work.Node.Op is GeneratorOp generator)
        {
            _registers[work.Output] = Declare(
                new ElementwiseInput(generator.ResultType, Generator: generator), slots.Operand(work.Inputs[0]));
            return;
        }

        _registers[work.Output] = -1;
        foreach (ValueRef input in work.Inputs)
        {
            if (!_registers.ContainsKey(input.Root) || input.Root == given)
            {
                DeclareInput(input);
            }
        }
    }

    public void Emit(Work work)
    {
        if (work.Node.Op is GeneratorOp)
        {
            return;
        }

        int[] arguments = [.. work.Inputs.Select(Register)];
        if (work.Node.Op is CopyOp)
        {
            _registers[work.Output] = arguments[0];
            return;
        }

        Instructions.Add(new ElementwiseInstruction((ElementwiseOp)work.Node.Op, work.Output.DType, arguments));
        _registers[work.Output] = Inputs.Count + Instructions.Count - 1;
    }

    private int Register(ValueRef input) =>
        _inputRegisters.TryGetValue(input, out int register) ? register
        : IsConstant(input.Root, out ConstantOp? constant) ? _constantRegisters[(constant!.Value, constant.DType)]
        : _registers[input.Root];

    private void DeclareInput(ValueRef input)
    {
        if (IsConstant(input.Root, out ConstantOp? constant))
        {
            if (!_constantRegisters.ContainsKey((constant!.Value, constant.DType)))
            {
                _constantRegisters.Add(
                    (constant.Value, constant.DType),
                    Declare(new ElementwiseInput(constant.DType, constant.Value), null));
            }
        }
        else if (!_inputRegisters.ContainsKey(input))
        {
            bool isGiven = input.Root == given;
            int register = Declare(new ElementwiseInput(input.Root.DType), isGiven ? null : slots.Operand(input));
            _inputRegisters.Add(input, register);
            GivenInput = isGiven ? register : GivenInput;
        }
    }

    private int Declare(ElementwiseInput input, Operand? operand)
    {
        if (operand is not null)
        {
            Operands.Add(operand);
        }

        Inputs.Add(input);
        return Inputs.Count - 1;
    }

    private static bool IsConstant(Tensor root, out ConstantOp? constant)
    {
        constant = root.IsEvaluated ? null : root.Node?.Op as ConstantOp;
        return constant is not null;
    }
}
