using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <summary>What kernels are made with, beside the plan of their step.</summary>
/// <param name="Team">The threads that share work.</param>
/// <param name="WorkspaceSlot">The slot that holds the address of the kernel's scratch memory.</param>
/// <param name="Constants">The constants of a frozen program, to be prepared; null for other programs.</param>
internal sealed record KernelContext(WorkerTeam Team, int WorkspaceSlot, FrozenConstants? Constants = null);
